using Summarizer.Grounding.Injection;
using Summarizer.Grounding.Quotes;

namespace Summarizer.Grounding;

/// <summary>The sentences of a draft that the article supports.</summary>
internal static class GroundedSummary
{
    /// <summary>Far more than a summary is asked to have; a reply may be made of nothing else.</summary>
    private const int MostSentences = 200;

    /// <summary>Null when none is left.</summary>
    public static ArticleSummary? From(
        SearchableArticle article, Draft draft, List<Rejection> rejected, CancellationToken cancellationToken)
    {
        var sentences = new List<SummarySentence>(draft.Summary.Count);
        foreach (var drafted in draft.Summary.Take(MostSentences))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = ClaimText.Shorten(ClaimText.Clean(drafted.Text));
            if (text.Length == 0)
                continue;
            var evidence = EvidenceList.Find(article, drafted.Quotes);
            var fault = evidence.Count == 0 ? EvidenceList.Missing(drafted.Quotes)
                : article.IsPlanted(evidence) || evidence.All(e => ImperativeDetector.IsForeign(article, e)) ? RejectionReason.Markup
                : IsVerbatim(text, evidence) ? null
                : Claims.Fault(article, text);
            if (fault is { } reason)
                rejected.Add(ClaimText.Reject(ClaimKind.Summary, text, reason));
            else if (!sentences.Exists(s => s.Text == text))
                sentences.Add(new SummarySentence(text, evidence));
        }

        if (sentences.Count == 0)
            return null;
        var ordered = sentences.OrderBy(s => s.Evidence[0].Start).ToArray();
        return new ArticleSummary(
            Headlines.Choose(article, draft.Headline, ordered[0].Text, rejected),
            string.Join(' ', ordered.Select(s => s.Text)),
            ordered);
    }

    private static bool IsVerbatim(string text, IReadOnlyList<Evidence> evidence)
    {
        foreach (var piece in evidence)
        {
            if (ClaimText.Clean(piece.Quote).Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
