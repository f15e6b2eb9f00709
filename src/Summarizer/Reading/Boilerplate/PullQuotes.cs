using Summarizer.Text;

namespace Summarizer.Reading.BoilerplateRemoval;

/// <summary>
/// A pull quote is a sentence of the article set again between its paragraphs, often shortened and without its full
/// stop. It adds nothing and would count as evidence twice; it goes as <see cref="BoilerplateReason.Metadata"/>.
/// </summary>
internal static class PullQuotes
{
    private const int ShortestQuote = 30;
    private const int LongestQuote = 240;
    private const int SharedRun = 5;
    private const double SharedWords = 0.8;

    // Candidates are compared with paragraphs near them only, so that the cost stays linear.
    private const int Reach = 6;

    public static void Mark(List<Passage> passages, BoilerplateReason?[] reasons, CancellationToken cancellationToken)
    {
        for (var i = 1; i < passages.Count - 1; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reasons[i] is null && passages[i].Text.Length is >= ShortestQuote and <= LongestQuote && Repeats(passages, reasons, i))
                reasons[i] = BoilerplateReason.Metadata;
        }
    }

    private static bool Repeats(List<Passage> passages, BoilerplateReason?[] reasons, int at)
    {
        var quote = passages[at].Text.Trim('"', '“', '”', '„', '«', '»', '‘', '’', ' ');
        var ended = LineShape.EndsAsSentence(quote);
        string[]? words = null;
        for (var i = Math.Max(0, at - Reach); i < Math.Min(passages.Count, at + Reach + 1); i++)
        {
            var other = passages[i].Text;
            if (i == at || reasons[i] is not null || other.Length <= quote.Length || other.Length > 4_000)
                continue;
            if (other.Contains(quote, StringComparison.Ordinal))
                return true;
            if (ended || passages[i].Kind == PassageKind.Heading)
                continue;
            words ??= Words(quote);
            if (words.Length > SharedRun && Shares(words, Words(other)))
                return true;
        }

        return false;
    }

    private static bool Shares(string[] quote, string[] other)
    {
        var known = new HashSet<string>(other, StringComparer.OrdinalIgnoreCase);
        var shared = 0;
        foreach (var word in quote)
            shared += known.Contains(word) ? 1 : 0;
        return shared >= quote.Length * SharedWords && HasRun(quote, other);
    }

    private static bool HasRun(string[] quote, string[] other)
    {
        for (var i = 0; i + SharedRun <= quote.Length; i++)
        {
            for (var j = 0; j + SharedRun <= other.Length; j++)
            {
                if (quote.AsSpan(i, SharedRun).SequenceEqual(other.AsSpan(j, SharedRun)))
                    return true;
            }
        }

        return false;
    }

    private static string[] Words(string text)
        => text.Split([' ', ',', '.', ';', ':', '–', '—', '-', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}
