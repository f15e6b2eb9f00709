using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Words that are capitalised without being names.</summary>
internal static class OrdinaryWords
{
    private static readonly WordListFile File = WordListFile.Open("Grounding/Facts/Lists/ordinarywords.txt");

    private static readonly WordSet Linking = File.Set("linking");

    /// <summary>Titles before names, and what goes on capitalised in running English and German.</summary>
    private static readonly WordSet Titles = File.Set("titles");

    /// <summary>Function words and verbs of headlines, which title case capitalises.</summary>
    private static readonly WordSet Function = File.Set("function");

    /// <summary>English verbs that follow a name at once, and common nouns rarely without an article.</summary>
    private static readonly WordSet Following = File.Set("following");

    /// <summary>Openers of English sentences that stand before a verb and are no names.</summary>
    private static readonly WordSet Openers = File.Set("openers");

    private static readonly string[] CommonEndings = [.. File.Words("endings")];

    /// <summary>Words that may stand inside a name.</summary>
    public static bool Links(ReadOnlySpan<char> word) => Linking.Contains(word);

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    public static bool IsFunction(ReadOnlySpan<char> word) => Function.Contains(word);

    /// <summary>Whether an unknown opener is the bare subject of a verb, as names are and common nouns seldom.</summary>
    public static bool IsBareSubject(ReadOnlySpan<char> opener, ReadOnlySpan<char> next)
    {
        if (!Following.Contains(next) || Openers.Contains(opener) || Function.Contains(opener))
            return false;
        foreach (var ending in CommonEndings)
        {
            if (opener.EndsWith(ending, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
