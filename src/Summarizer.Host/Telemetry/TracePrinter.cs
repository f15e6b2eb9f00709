using System.Diagnostics;
using System.Globalization;
using OpenTelemetry;

namespace Summarizer.Host.Telemetry;

/// <summary>Prints each article's trace when it ends, as a tree: <c>OTEL_TRACES_EXPORTER=console</c>.</summary>
/// <remarks>Spans wait for the one around them; those of a trace that never ends here are dropped when they have become many.</remarks>
internal sealed class TracePrinter(TextWriter output) : BaseExporter<Activity>
{
    private const int MostSpans = 10_000;

    private readonly Dictionary<ActivitySpanId, List<Activity>> waiting = [];
    private int count;

    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var span in batch)
        {
            if (span.Parent is null && (span.ParentSpanId == default || span.HasRemoteParent))
                Print(span, span.StartTimeUtc, 0);
            else
                Keep(span);
        }

        return ExportResult.Success;
    }

    private void Keep(Activity span)
    {
        if (++count > MostSpans)
        {
            waiting.Clear();
            count = 1;
        }

        if (!waiting.TryGetValue(span.ParentSpanId, out var siblings))
            waiting[span.ParentSpanId] = siblings = [];
        siblings.Add(span);
    }

    private void Print(Activity span, DateTime began, int depth)
    {
        if (depth == 0)
            output.WriteLine($"trace {span.TraceId}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {(span.StartTimeUtc - began).TotalMilliseconds,9:0.00} ms {span.Duration.TotalMilliseconds,9:0.00} ms  "
                + $"{new string(' ', depth * 2)}{span.DisplayName}{Tags(span)}"));
        if (!waiting.Remove(span.SpanId, out var inner))
            return;
        count -= inner.Count;
        foreach (var each in inner.OrderBy(i => i.StartTimeUtc))
            Print(each, began, depth + 1);
    }

    private static string Tags(Activity span)
        => string.Concat(span.TagObjects.Select(t => string.Create(CultureInfo.InvariantCulture, $"  {t.Key}={Printable(t.Value)}")));

    /// <summary>A name may hold what a terminal would obey.</summary>
    private static string Printable(object? value) => string.Concat(
        (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Select(c => char.IsControl(c) ? ' ' : c));
}
