using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}

public sealed class FunctionsApplicationBuilder
{
    private readonly HostApplicationBuilder _inner;

    internal FunctionsApplicationBuilder(string[] args) => _inner = new HostApplicationBuilder(args);

    public ConfigurationManager Configuration => _inner.Configuration;

    public IServiceCollection Services => _inner.Services;

    /// <exception cref="InvalidOperationException">Always: there is no worker behind these declarations.</exception>
    public IHost Build() => throw new InvalidOperationException(
        "This build of Summarizer.Functions was compiled without the Functions worker and cannot run; use src/Summarizer.Host, or "
            + "restore from a feed that has the worker's packages.");
}

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
        => builder;

    public static FunctionsApplicationBuilder UseMiddleware<T>(this FunctionsApplicationBuilder builder)
        where T : class, IFunctionsWorkerMiddleware
    {
        builder.Services.AddSingleton<T>();
        return builder;
    }
}
