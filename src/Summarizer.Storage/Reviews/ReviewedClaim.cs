using Summarizer.Storage.Entries;

namespace Summarizer.Storage.Reviews;

/// <summary>A claim with what each reviewer thinks of it.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Target">Of a stance: the target as the result names it, or as the reviewers do where the result has no such claim.</param>
/// <param name="Holder">Of a stance.</param>
/// <param name="Quote">Of the summary: the sentence, or as the reviewers quote it where the result has no such sentence.</param>
/// <param name="Stance">The claim of the result; null when it has none such, or for a sentence.</param>
/// <param name="IsPresent">Whether the result claims it now.</param>
public sealed record ReviewedClaim(ReviewKind Kind, string? Target, string? Holder, string? Quote, StanceEntry? Stance, bool IsPresent)
{
    /// <summary>The last one of each reviewer.</summary>
    public IReadOnlyList<ReviewVerdict> Verdicts { get; init; } = [];

    /// <summary>Whether reviewers disagree.</summary>
    public bool IsDisputed => Verdicts.Select(OpinionOf).Distinct().Count() > 1;

    /// <summary>What most reviewers think; null when as many think something else.</summary>
    public ReviewOpinion? Opinion
    {
        get
        {
            var votes = Verdicts.CountBy(OpinionOf).OrderByDescending(v => v.Value).Take(2).ToArray();
            return votes.Length == 1 || (votes.Length == 2 && votes[0].Value > votes[1].Value) ? votes[0].Key : null;
        }
    }

    /// <summary>What a verdict says of this claim.</summary>
    public ReviewOpinion OpinionOf(ReviewVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Judgement == Judgement.Rejected
            ? new ReviewOpinion(false, null)
            : new ReviewOpinion(true, Kind == ReviewKind.Stance ? verdict.Stance ?? Stance?.Stance : null);
    }

    /// <summary>
    /// Whether a verdict accepts what the result claims now; null where it is about something else: the claim is gone, or a stance
    /// was rejected that the result no longer has.
    /// </summary>
    public bool? Accepts(ReviewVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (!IsPresent)
            return null;
        if (Stance is not { } claimed)
            return verdict.Judgement == Judgement.Accepted;
        if (verdict.Judgement == Judgement.Rejected)
            return verdict.Stance is null || verdict.Stance == claimed.Stance ? false : null;
        return OpinionOf(verdict).Stance == claimed.Stance;
    }
}

/// <summary>What somebody thinks of a claim.</summary>
/// <param name="Holds">Whether it is one to be made.</param>
/// <param name="Stance">The right stance; null for a sentence, and where the claim does not hold.</param>
public readonly record struct ReviewOpinion(bool Holds, Stance? Stance);
