using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Summarizer.Web.Telemetry;

/// <summary>Collects the metrics on request, and writes them in Prometheus' text format.</summary>
/// <remarks>OpenTelemetry's own Prometheus exporter is a preview and not on every package feed; the collecting is OpenTelemetry's,
/// only the writing is ours.</remarks>
public sealed class PrometheusMetrics : IDisposable
{
    /// <summary>https://prometheus.io/docs/instrumenting/exposition_formats/</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock gate = new();
    private readonly Pull exporter = new();

    public PrometheusMetrics() => Reader = new BaseExportingMetricReader(exporter)
    {
        TemporalityPreference = MetricReaderTemporalityPreference.Cumulative,
    };

    private MetricReader Reader { get; }

    /// <summary>Makes a provider answer here.</summary>
    public void Into(MeterProviderBuilder builder) => builder.AddReader(Reader);

    public void Dispose() => Reader.Dispose();

    /// <summary>The values of now, UTF-8.</summary>
    internal ReadOnlyMemory<byte> Read()
    {
        lock (gate)
        {
            exporter.Text.Clear();
            exporter.Collect?.Invoke(Timeout.Infinite);
            return Encoding.UTF8.GetBytes(exporter.Text.ToString());
        }
    }

    [ExportModes(ExportModes.Pull)]
    private sealed class Pull : BaseExporter<Metric>, IPullMetricExporter
    {
        public StringBuilder Text { get; } = new();

        public Func<int, bool>? Collect { get; set; }

        public override ExportResult Export(in Batch<Metric> batch)
        {
            var writer = new PrometheusWriter(Text);
            foreach (var metric in batch)
                writer.Write(metric);
            return ExportResult.Success;
        }
    }
}
