namespace Summarizer.Engines.Embedded.Summaries;

/// <summary>One line over the summary: the article's title, or its most telling sentence.</summary>
internal static class Headline
{
    /// <summary>UTF-16 code units.</summary>
    public const int Longest = 120;

    /// <summary>Cuts at the last clause that fits, else at a word; adds nothing, so that the words are the article's own.</summary>
    public static string Cut(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length <= Longest)
            return text.ToString();
        var clause = LastBreak(text, c => c is ',' or ';' or ':' or '–' or '—' or '.' or '!' or '?' or '(' or '|' or '،' or '、' or '。', Longest / 3);
        var cut = clause > 0 ? clause : LastBreak(text, char.IsWhiteSpace, 1);
        if (cut <= 0)
            cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..cut].TrimEnd(" ,;:–—-(|،、").ToString();
    }

    private static int LastBreak(ReadOnlySpan<char> text, Func<char, bool> breaks, int earliest)
    {
        for (var i = Longest; i >= earliest; i--)
        {
            if (breaks(text[i]) && !(i > 0 && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1])))
                return i;
        }

        return 0;
    }
}
