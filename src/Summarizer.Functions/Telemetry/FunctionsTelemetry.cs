using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Summarizer.Web.Telemetry;

namespace Summarizer.Functions.Telemetry;

/// <summary>Sends the instruments of both entries to Application Insights, and to an OTLP collector where one is set. Logs reach Application Insights through the Functions host.</summary>
internal static class FunctionsTelemetry
{
    /// <summary>The worker's own source: with it an article's span lies within the invocation that the host reports.</summary>
    private const string Invocations = "Microsoft.Azure.Functions.Worker";

    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Set where keys are switched off and the app's identity opens the door.</summary>
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static IServiceCollection AddFunctionsTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSummarizerTelemetry(settings, "summarizer-functions");
        if (settings[Connection] is not { Length: > 0 } connection)
            return services;
        var identity = settings[Authentication] is { Length: > 0 }
            ? new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings["AZURE_CLIENT_ID"] })
            : null;
        return services.Configure<TelemetryOutlets>(outlets =>
        {
            outlets.Traces.Add(traces => traces
                .AddSource(Invocations)
                .AddAzureMonitorTraceExporter(to => to.ConnectionString = connection, identity));
            outlets.Metrics.Add(metrics => metrics.AddAzureMonitorMetricExporter(to => to.ConnectionString = connection, identity));
        });
    }
}
