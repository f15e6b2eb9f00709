using Summarizer.Text;

namespace Summarizer.Grounding.Quotes;

/// <summary>The quotes of one claim that were found, in the order of the article, none inside another.</summary>
internal static class EvidenceList
{
    /// <summary>Quotes looked for of one claim: each is a search of the whole article.</summary>
    private const int MostQuotes = 20;

    /// <summary>UTF-16 code units shown of a quote, as of any sentence of the article.</summary>
    private const int LongestQuote = SentenceSplitter.LongestSentence;

    public static IReadOnlyList<Evidence> Find(SearchableArticle article, IReadOnlyList<Quote> quotes)
    {
        var spans = new List<TextSpan>(quotes.Count);
        foreach (var quote in quotes.Take(MostQuotes))
        {
            if (quote.Text is not null && article.Find(quote) is { } span)
                spans.Add(Shorten(article.Text, span));
        }

        if (spans.Count > 1)
            spans.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var evidence = new List<Evidence>(spans.Count);
        foreach (var span in spans)
        {
            if (evidence.Count == 0 || span.End > evidence[^1].End)
                evidence.Add(Evidence.From(article.Text, span));
        }

        return evidence;
    }

    private static TextSpan Shorten(string text, TextSpan quote)
        => quote with { End = quote.Start + ClauseBoundary.Within(quote.SliceOf(text), LongestQuote) };

    public static RejectionReason Missing(IReadOnlyList<Quote> quotes)
        => quotes.Any(q => !string.IsNullOrWhiteSpace(q.Text)) ? RejectionReason.QuoteNotFound : RejectionReason.NoQuote;
}
