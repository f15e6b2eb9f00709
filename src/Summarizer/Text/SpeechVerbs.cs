namespace Summarizer.Text;

/// <summary>Verbs that hand a statement to its speaker.</summary>
internal static class SpeechVerbs
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs =
        WordList.Sections("speech").Values.SelectMany(w => w).ToHashSet(StringComparer.OrdinalIgnoreCase).BySpan();

    public static bool Contains(ReadOnlySpan<char> word) => Verbs.Contains(word);
}
