namespace Summarizer.Pipeline.Telemetry;

/// <summary>Enumerations as metrics and spans spell them: as results do, or in lower case.</summary>
internal static class Words
{
    public static string Word(this ProcessingOutcome processing) => processing switch
    {
        ProcessingOutcome.Succeeded => "succeeded",
        ProcessingOutcome.Failed => "failed",
        ProcessingOutcome.Waiting => "waiting",
        _ => "nothing",
    };

    public static string Word<T>(this T value)
        where T : struct, Enum
        => Spelling<T>.Of(value);

    /// <summary>Worked out once for each value: these are written for every article.</summary>
    private static class Spelling<T>
        where T : struct, Enum
    {
        private static readonly System.Collections.Frozen.FrozenDictionary<T, string> All =
            System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(
                Enum.GetValues<T>(), value => value, value => Dashed(value.ToString()));

        public static string Of(T value) => All.TryGetValue(value, out var word) ? word : "other";
    }

    private static string Dashed(string name)
        => string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
