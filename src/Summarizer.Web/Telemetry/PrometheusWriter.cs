using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Summarizer.Web.Telemetry;

/// <summary>Writes metrics in Prometheus' text format 0.0.4, under the names that OpenTelemetry's compatibility rules give them.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/</remarks>
internal sealed class PrometheusWriter(StringBuilder text)
{
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    public void Write(Metric metric)
    {
        var kind = KindOf(metric.MetricType);
        var name = PrometheusNames.From(metric.Name, metric.Unit, kind);
        // One name is one family; a second meter of that name would break the whole answer.
        if (kind is null || !written.Add(name))
            return;
        text.Append("# HELP ").Append(name).Append(' ');
        Escape(metric.Description, quoted: false);
        text.Append("\n# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            if (kind == PrometheusNames.Histogram)
                WriteHistogram(name, point);
            else
                WriteSample(name, point.Tags, null, ValueOf(metric.MetricType, point));
        }
    }

    private void WriteHistogram(string name, in MetricPoint point)
    {
        long below = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            WriteSample($"{name}_bucket", point.Tags, Number(bucket.ExplicitBound), Number(below));
        }

        WriteSample($"{name}_sum", point.Tags, null, Number(point.GetHistogramSum()));
        WriteSample($"{name}_count", point.Tags, null, Number(point.GetHistogramCount()));
    }

    private void WriteSample(string name, ReadOnlyTagCollection tags, string? upTo, string value)
    {
        text.Append(name);
        var first = true;
        foreach (var tag in tags)
            WriteLabel(PrometheusNames.Label(tag.Key), Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "", ref first);
        if (upTo is not null)
            WriteLabel("le", upTo, ref first);
        text.Append(first ? " " : "} ").Append(value).Append('\n');
    }

    private void WriteLabel(string name, string value, ref bool first)
    {
        text.Append(first ? '{' : ',').Append(name).Append("=\"");
        Escape(value, quoted: true);
        text.Append('"');
        first = false;
    }

    private void Escape(string value, bool quoted)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '"' when quoted => text.Append("\\\""),
                _ => text.Append(c),
            };
        }
    }

    private static string ValueOf(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => Number(point.GetSumLong()),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => Number(point.GetSumDouble()),
        MetricType.LongGauge => Number(point.GetGaugeLastValueLong()),
        _ => Number(point.GetGaugeLastValueDouble()),
    };

    private static string? KindOf(MetricType type) => type switch
    {
        MetricType.LongSum or MetricType.DoubleSum => PrometheusNames.Counter,
        MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic or MetricType.LongGauge or MetricType.DoubleGauge
            => PrometheusNames.Gauge,
        MetricType.Histogram => PrometheusNames.Histogram,
        _ => null,
    };

    private static string Number(double value) => double.IsPositiveInfinity(value)
        ? "+Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
