namespace Summarizer.Pipeline.Telemetry;

/// <summary>Enumerations as metrics and spans spell them: as results do, or in lower case.</summary>
internal static class MetricLabels
{
    public static string Label(this ProcessingOutcome processing) => processing switch
    {
        ProcessingOutcome.Succeeded => "succeeded",
        ProcessingOutcome.Failed => "failed",
        ProcessingOutcome.Waiting => "waiting",
        _ => "nothing",
    };

    public static string Label<T>(this T value)
        where T : struct, Enum
        => Labels<T>.Find(value);

    /// <summary>Worked out once for each value: these are written for every article.</summary>
    private static class Labels<T>
        where T : struct, Enum
    {
        private static readonly System.Collections.Frozen.FrozenDictionary<T, string> All =
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                Enum.GetValues<T>(), value => value, value => Dashed(value.ToString()));

        public static string Find(T value) => All.TryGetValue(value, out var word) ? word : "other";
    }

    private static string Dashed(string name)
        => string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
