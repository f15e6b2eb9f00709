using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>One line over the summary: the article's title, or its most telling sentence.</summary>
internal static class Headline
{
    /// <summary>UTF-16 code units.</summary>
    public const int Longest = 120;

    /// <summary>A line that opens with one of these says the lesser thing first, and loses the main one when it is cut.</summary>
    private static readonly WordSet Subordinate = WordListFile.Open("Text/Lists/openers.txt").Set("subordinate");

    /// <summary>The title; without one, the sentence of the summary that makes the best line.</summary>
    public static string Choose(AnalyzedText read, string? title, IReadOnlyList<int> chosen)
    {
        if (!string.IsNullOrWhiteSpace(title))
            return Cut(title);
        if (chosen.Count == 0)
            return Cut(read.Sentences.Count > 0 ? read.Sentences[0].Span.In(read.Text) : "");
        return Cut(read.Sentences[chosen.MaxBy(s => Worth(read, s))].Span.In(read.Text));
    }

    /// <summary>A whole sentence is best, a clause that is long enough to say something comes next; earlier ones win ties.</summary>
    private static double Worth(AnalyzedText read, int sentence)
    {
        var text = read.Sentences[sentence].Span.In(read.Text);
        var cut = Cut(text);
        var worth = cut.Length >= text.Length - 1 ? 1 : cut.Length < 40 ? 0.3 : text[cut.Length] is ' ' ? 0.6 : 0.8;
        var (first, end) = read.TokensOf(sentence);
        if (first < end && Subordinate.Contains(read.Word(first)))
            worth *= 0.5;
        return QuotationFinder.Around(read.Quotations, read.Sentences[sentence].Span.Start) is null ? worth : 0.7 * worth;
    }

    /// <summary>Cuts at the last clause that fits, else at a word; adds nothing, so that the words are the article's own.</summary>
    public static string Cut(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length <= Longest)
            return text.ToString();
        var clause = LastBreak(text, c => c is ',' or ';' or ':' or '–' or '—' or '!' or '?' or '(' or '|' or '،' or '、' or '。',
            Longest / 3);
        var cut = clause > 0 ? clause : LastBreak(text, char.IsWhiteSpace, Longest / 2);
        if (cut <= 0)
            cut = LastWord(text);
        if (cut <= 0)
            cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..cut].TrimEnd(" ,;:–—-(|،、").ToString();
    }

    private static int LastWord(ReadOnlySpan<char> text) => text[..Longest].LastIndexOfAny(' ', '\u00A0');

    private static int LastBreak(ReadOnlySpan<char> text, Func<char, bool> breaks, int earliest)
    {
        for (var i = Longest; i >= earliest; i--)
        {
            if (breaks(text[i]) && IsOutsideMarks(text[..i])
                && !(i > 0 && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1])))
                return i;
        }

        return 0;
    }

    /// <summary>A cut inside a quotation or brackets would leave half of it.</summary>
    private static bool IsOutsideMarks(ReadOnlySpan<char> before)
        => before.Count('“') + before.Count('„') <= before.Count('”') + (before.Contains('„') ? before.Count('“') : 0)
            && before.Count('"') % 2 == 0 && before.Count('«') == before.Count('»') && before.Count('(') == before.Count(')');
}
