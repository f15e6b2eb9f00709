namespace Summarizer;

/// <summary>Makes of a draft what the article supports.</summary>
public interface IGrounder
{
    /// <returns><see cref="EngineOutcome.Grounded"/>; where a better draft is asked for, also what came of that.</returns>
    /// <exception cref="ComputeLimitException">The clock's limit is reached.</exception>
    ValueTask<EngineOutcome> GroundAsync(Article article, Draft draft, ComputeClock clock, CancellationToken cancellationToken);
}

/// <summary>What of a draft the article supports.</summary>
/// <param name="Summary">Null when no sentence of it is left.</param>
/// <param name="Coverage">Share of the article's text that was read, 0 to 1.</param>
/// <param name="Engine">Who drafted it and what it cost.</param>
public sealed record GroundedDraft(
    ArticleSummary? Summary,
    IReadOnlyList<StanceTag> Stances,
    IReadOnlyList<Rejection> Rejected,
    double Coverage,
    EngineReport Engine);
