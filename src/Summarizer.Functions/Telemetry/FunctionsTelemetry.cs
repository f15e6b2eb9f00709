using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Telemetry;
using Summarizer.Web.Telemetry;

namespace Summarizer.Functions.Telemetry;

/// <summary>
/// Sends the instruments of both entries to Application Insights, and to an OTLP collector where one is set. Logs reach
/// Application Insights through the Functions host.
/// </summary>
internal static class FunctionsTelemetry
{
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set where keys are switched off and the app's identity opens the door.</summary>
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>
    /// The conventions that the worker's spans follow. From this version on its span of an invocation is Internal; before,
    /// it is a Server's, and the exporter makes a second request of what the host has reported.
    /// </summary>
    private const string SchemaCapability = "WorkerOpenTelemetrySchemaVersion";
    private const string SchemaVersion = "1.37.0";

    public static IServiceCollection AddFunctionsTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        services.Configure<WorkerOptions>(worker => worker.Capabilities[SchemaCapability] = SchemaVersion);
        services.AddSummarizerTelemetry(settings, "summarizer-functions");
        if (settings[Connection] is not { Length: > 0 } connection)
            return services;
        var identity = settings[Authentication] is { Length: > 0 }
            ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["AZURE_CLIENT_ID"] })
            : null;
        return services.Configure<TelemetryOutlets>(outlets =>
        {
            outlets.Traces.Add(traces => traces
                // With the worker's own spans an article's lies within the invocation that the host reports.
                .AddSource(ArticleTrace.InvocationSource)
                .AddAzureMonitorTraceExporter(to => to.ConnectionString = connection, identity));
            outlets.Metrics.Add(metrics => metrics.AddAzureMonitorMetricExporter(to => to.ConnectionString = connection, identity));
        });
    }
}
