namespace Summarizer.Text;

/// <summary>Verbs that hand a statement to its speaker.</summary>
internal static class SpeechVerbs
{
    private static readonly WordSet Verbs = WordListFile.Open("Text/Lists/speech.txt").SetOfAll();

    public static bool Contains(ReadOnlySpan<char> word) => Verbs.Contains(word);
}
