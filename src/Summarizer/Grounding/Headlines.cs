using Summarizer.Grounding.Injection;
using Summarizer.Grounding.Quotes;
using Summarizer.Text;

namespace Summarizer.Grounding;

/// <summary>The headline of a result: the engine's if the article supports it, else the title, else the summary's first clause.</summary>
internal static class Headlines
{
    /// <summary>UTF-16 code units.</summary>
    public const int MaxLength = 120;

    /// <summary>A clause shorter than this says too little to stand for the article.</summary>
    private const int ShortestClause = 30;

    /// <summary>What begins with one of these is no sentence without its main clause.</summary>
    private static readonly string[] Subordinating =
        [.. WordListFile.Open("Grounding/Lists/subordinating.txt").Words().Select(w => w + " ")];

    public static string Choose(SearchableArticle article, string? drafted, string firstSentence, List<Rejection> rejected)
    {
        var title = ClaimText.Clean(article.Article.Title);
        var headline = ClaimText.Shorten(ClaimText.Clean(drafted));
        if (headline.Length > 0 && (headline == title || IsSupported(article, headline, rejected)))
            return Shorten(headline);
        return title.Length > 0 ? Shorten(title) : Shorten(Undotted(firstSentence));
    }

    private static bool IsSupported(SearchableArticle article, string headline, List<Rejection> rejected)
    {
        var verbatim = article.Text.Contains(headline, StringComparison.Ordinal);
        if ((verbatim ? Planted(article, headline) : Claims.Fault(article, headline)) is { } reason)
        {
            rejected.Add(ClaimText.Reject(ClaimKind.Headline, headline, reason));
            return false;
        }

        // One that is too long by its maker's own words still serves, cut where a clause ends.
        return true;
    }

    /// <summary>A line that the article has, but that talks to the machine and not to readers.</summary>
    private static RejectionReason? Planted(SearchableArticle article, string headline)
    {
        var evidence = EvidenceList.Find(article, [new Quote(headline)]);
        return evidence.Count > 0 && (article.IsPlanted(evidence) || evidence.All(e => ImperativeDetector.IsForeign(article, e)))
            ? RejectionReason.Markup : null;
    }

    private static string Shorten(string headline)
    {
        if (headline.Length <= MaxLength)
            return headline;
        var clause = headline.AsSpan(0, MaxLength).LastIndexOfAny(";:–—,");
        var whole = !Array.Exists(Subordinating, s => headline.StartsWith(s, StringComparison.Ordinal));
        if (whole && clause >= ShortestClause && char.IsWhiteSpace(headline[clause + 1]))
            return headline[..clause].TrimEnd();
        var word = headline.AsSpan(0, MaxLength).LastIndexOf(' ');
        return headline[..(word >= ShortestClause ? word : TextBoundary.Before(headline, MaxLength - 1))]
            .TrimEnd(' ', ',', '-', '–', '—') + "…";
    }

    private static string Undotted(string sentence)
        => sentence.EndsWith('.') && !sentence.EndsWith("..", StringComparison.Ordinal) ? sentence[..^1] : sentence;
}
