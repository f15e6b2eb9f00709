namespace Microsoft.Azure.Functions.Worker
{
    public sealed class WorkerOptions
    {
        public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>();
    }

    public abstract class FunctionContext
    {
        public abstract string InvocationId { get; }
    }
}

namespace Microsoft.Azure.Functions.Worker.Middleware
{
    public delegate Task FunctionExecutionDelegate(FunctionContext context);

    public interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }
}
