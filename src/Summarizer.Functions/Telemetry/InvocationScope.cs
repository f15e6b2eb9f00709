using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Summarizer.Functions.Telemetry;

/// <summary>Gives the log entries of an invocation its id under the name by which the Functions host tells whose they are.</summary>
/// <remarks>
/// With schema version 1.37.0 the worker itself leaves that name out, and the host drops the entries (dotnet-worker issue 3489).
/// </remarks>
public sealed class InvocationScope(ILogger<InvocationScope> logger) : IFunctionsWorkerMiddleware
{
    internal const string Id = "AzureFunctions_InvocationId";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        using (logger.BeginScope(new Dictionary<string, object> { [Id] = context.InvocationId }))
            await next(context).ConfigureAwait(false);
    }
}
