using OpenTelemetry;
using OpenTelemetry.Trace;
using Summarizer.Web.Telemetry;

namespace Summarizer.Host.Telemetry;

/// <summary>What one machine adds to OTLP: metrics for a scraper, and traces on the terminal.</summary>
internal static class HostTelemetry
{
    private const string Console = "console";

    public static IServiceCollection AddHostTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSummarizerTelemetry(settings, "summarizer-host");
        services.AddSingleton<PrometheusMetrics>();
        services.AddSingleton<HostMeters>();
        services.AddHostedService<RetryWatch>();
        services.AddOptions<TelemetryOutlets>().Configure<PrometheusMetrics>((outlets, page) => outlets.Metrics.Add(page.Into));
        if (OtlpSettings.ExporterOf(settings, OtlpSettings.Traces) == Console)
            services.Configure<TelemetryOutlets>(outlets => outlets.Traces.Add(
                builder => builder.AddProcessor(new SimpleActivityExportProcessor(new TracePrinter(System.Console.Out)))));
        return services;
    }
}
