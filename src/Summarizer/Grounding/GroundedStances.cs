using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Quotes;

namespace Summarizer.Grounding;

/// <summary>The stances of a draft that the article supports: a found quote, a target and a holder it names.</summary>
internal static class GroundedStances
{
    /// <summary>Far more than an article has targets and speakers; a reply may be made of nothing else.</summary>
    private const int MostStances = 200;

    public static List<StanceTag> From(
        SearchableArticle article, Draft draft, CrossCheck? crossCheck, List<Rejection> rejected, CancellationToken cancellationToken)
    {
        var tags = new List<StanceTag>(draft.Stances.Count);
        foreach (var claim in draft.Stances.Take(MostStances))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var holder = Holder(article, claim.Holder);
            if (Ground(article, claim, holder, out var reason) is not { } tag)
                rejected.Add(Reject(claim.Stance, claim.Target, holder, reason));
            else if (crossCheck?.Contradicts(article, tag) == true)
                rejected.Add(Reject(claim.Stance, claim.Target, holder, RejectionReason.Contradicted));
            else
                Add(tags, tag, rejected);
        }

        return tags;
    }

    private static StanceTag? Ground(SearchableArticle article, DraftStance claim, string holder, out RejectionReason reason)
    {
        var evidence = EvidenceList.Find(article, claim.Quotes);
        reason = EvidenceList.Missing(claim.Quotes);
        if (evidence.Count == 0)
            return null;
        reason = RejectionReason.Contradicted;
        if (article.IsPlanted(evidence))
            return null;
        reason = RejectionReason.TargetNotFound;
        if (TargetNames.Find(article, claim) is not { } target)
            return null;
        reason = RejectionReason.HolderNotFound;
        if (holder != StanceTag.Author && !TargetNames.Names(article, holder))
            return null;
        var confidence = double.IsFinite(claim.Confidence) ? Math.Clamp(claim.Confidence, 0, 1) : 0;
        return new StanceTag(target, holder, claim.Stance, confidence, evidence)
        {
            Probabilities = claim.Probabilities,
            Portrayal = claim.Portrayal,
        };
    }

    /// <summary>One tag for one holder and target: of two that contradict each other the surer one stays.</summary>
    private static void Add(List<StanceTag> tags, StanceTag tag, List<Rejection> rejected)
    {
        var same = tags.FindIndex(t => t.Holder == tag.Holder
            && string.Equals(t.Target.Name, tag.Target.Name, StringComparison.OrdinalIgnoreCase));
        if (same < 0)
        {
            tags.Add(tag);
            return;
        }

        var (keep, drop) = tag.Confidence > tags[same].Confidence ? (tag, tags[same]) : (tags[same], tag);
        if (keep.Stance != drop.Stance)
            rejected.Add(Reject(drop.Stance, drop.Target.Name, drop.Holder, RejectionReason.Contradicted));
        tags[same] = keep;
    }

    private static string Holder(SearchableArticle article, string? claimed)
    {
        var holder = ClaimText.Clean(claimed);
        return holder.Length == 0 || holder.Equals(StanceTag.Author, StringComparison.OrdinalIgnoreCase)
            || article.Article.Authors.Contains(holder, StringComparer.OrdinalIgnoreCase)
                ? StanceTag.Author
                : holder;
    }

    private static Rejection Reject(Stance stance, string? target, string holder, RejectionReason reason)
    {
        var word = stance switch { Stance.Favor => "favor", Stance.Against => "against", Stance.Neutral => "neutral", _ => "unclear" };
        return ClaimText.Reject(ClaimKind.Stance, $"{holder}: {word}: {ClaimText.Clean(target)}", reason);
    }
}
