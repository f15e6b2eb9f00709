namespace Summarizer.Web.Telemetry;

/// <summary>OpenTelemetry's names as Prometheus spells them: underscores, the unit, and <c>_total</c> after what only grows.</summary>
internal static class PrometheusNames
{
    public const string Counter = "counter";
    public const string Gauge = "gauge";
    public const string Histogram = "histogram";

    public static string From(string name, string unit, string? kind)
    {
        var spelled = Label(name);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "1" when kind == Gauge => "_ratio",
            _ => "", // {article} and the like are notes, not units.
        };
        if (!spelled.EndsWith(suffix, StringComparison.Ordinal))
            spelled += suffix;
        return kind == Counter && !spelled.EndsWith("_total", StringComparison.Ordinal) ? spelled + "_total" : spelled;
    }

    /// <summary>Letters, digits and underscores, a digit never first.</summary>
    public static string Label(string name)
    {
        var spelled = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
        });
        return spelled.Length > 0 && char.IsAsciiDigit(spelled[0]) ? "_" + spelled : spelled;
    }
}
