using Azure.Core;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public sealed class AzureMonitorExporterOptions
{
    public string? ConnectionString { get; set; }
}

public static class AzureMonitorExporterExtensions
{
    public static TracerProviderBuilder AddAzureMonitorTraceExporter(
        this TracerProviderBuilder builder,
        Action<AzureMonitorExporterOptions>? configure = null,
        TokenCredential? credential = null,
        string? name = null)
        => builder;

    public static MeterProviderBuilder AddAzureMonitorMetricExporter(
        this MeterProviderBuilder builder,
        Action<AzureMonitorExporterOptions>? configure = null,
        TokenCredential? credential = null,
        string? name = null)
        => builder;
}
