using Summarizer.Storage.Entries;

namespace Summarizer.Storage.Reviews;

/// <summary>The stances of a result after what reviewers judged of them.</summary>
/// <param name="Stances">What counts: a stance that most reviewers reject is left out, one that they added is at the end.</param>
/// <param name="Claims">How many of the claims judged still concern the result.</param>
public sealed record ReviewedStances(IReadOnlyList<ReviewedStance> Stances, int Claims)
{
    /// <summary>A reviewer's word, as far as stances are weighed by confidence.</summary>
    private const double Certain = 1;

    /// <summary>Puts the verdicts of a review in the place of an engine's word.</summary>
    /// <param name="claimed">What the engine claims.</param>
    /// <param name="review">Null where nobody judged it.</param>
    public static ReviewedStances From(IReadOnlyList<StanceEntry> claimed, Review? review)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        if (review is null)
            return new ReviewedStances([.. claimed.Select(s => new ReviewedStance(s, ReviewMark.None, false))], 0);
        var judged = ResultClaims.From(claimed).Judged(review);
        var byClaim = new Dictionary<object, ReviewedClaim>(ReferenceEqualityComparer.Instance);
        foreach (var claim in judged)
        {
            if (claim.Stance is { } present)
                byClaim[present] = claim;
        }

        var stances = new List<ReviewedStance>(claimed.Count);
        foreach (var stance in claimed)
        {
            if (!byClaim.TryGetValue(stance, out var verdicts))
                stances.Add(new ReviewedStance(stance, ReviewMark.None, false));
            else if (Judge(verdicts, stance) is { } reviewed)
                stances.Add(reviewed);
        }

        stances.AddRange(judged.Where(c => !c.IsPresent).Select(Added).OfType<ReviewedStance>());
        return new ReviewedStances(
            stances, judged.Count(c => c.IsPresent || c.Kind == ReviewKind.Summary || c.Verdicts.Any(v => v.Judgement == Judgement.Added)));
    }

    /// <summary>Null when it is rejected.</summary>
    private static ReviewedStance? Judge(ReviewedClaim claim, StanceEntry stance) => claim.Opinion switch
    {
        null => new ReviewedStance(stance, ReviewMark.Disputed, true),
        { Holds: true } opinion when opinion.Stance is { } right && right != stance.Stance
            => new ReviewedStance(stance with { Stance = right, Confidence = Certain }, ReviewMark.Corrected, claim.IsDisputed),
        { Holds: true } => new ReviewedStance(stance with { Confidence = Certain }, ReviewMark.Accepted, claim.IsDisputed),
        // Another stance was rejected, which the engine no longer has.
        _ when !claim.Verdicts.Any(v => claim.Accepts(v) == false) => new ReviewedStance(stance, ReviewMark.None, claim.IsDisputed),
        _ => null,
    };

    private static ReviewedStance? Added(ReviewedClaim claim)
    {
        var first = claim.Verdicts.FirstOrDefault(v => v.Judgement == Judgement.Added);
        if (first is null || claim.Opinion is not { Stance: { } stance })
            return null;
        var quote = EntryMetadata.QuoteOf(first.Evidence ?? []);
        return new ReviewedStance(
            new StanceEntry(
                ListItem.Cut(claim.Target, EntryMetadata.MaxName)!, first.Type ?? TargetType.Topic, 0, [],
                ListItem.Cut(claim.Holder, EntryMetadata.MaxName)!, stance, Certain, quote),
            ReviewMark.Added, claim.IsDisputed);
    }
}

/// <param name="Mark">What reviewers did with it.</param>
/// <param name="IsDisputed">Whether they disagree.</param>
public sealed record ReviewedStance(StanceEntry Stance, ReviewMark Mark, bool IsDisputed);

public enum ReviewMark
{
    /// <summary>The engine's word.</summary>
    None,

    /// <summary>The engine's, accepted by most.</summary>
    Accepted,

    /// <summary>Most say another stance than the engine.</summary>
    Corrected,

    /// <summary>The engine does not have it.</summary>
    Added,

    /// <summary>The engine's, as reviewers are divided.</summary>
    Disputed,
}
