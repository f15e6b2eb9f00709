using Microsoft.Extensions.Options;

namespace Summarizer.Grounding;

/// <summary>Finds every quote of a draft in the article, and drops and names what it cannot find.</summary>
/// <remarks>
/// Quotes are matched to the letter, and failing that after folding white space, quotation marks, dashes, ellipses and
/// invisible characters, then case. Evidence carries the article's own characters. Time is linear in the article for
/// each quote, and a draft of verbatim sentences costs no more than finding them.
/// </remarks>
public sealed class Grounder(IOptions<StanceOptions> stances)
{
    private readonly IReadOnlyList<WatchedTarget> watched = WatchedTarget.From(stances.Value);

    public GroundedDraft Ground(Article article, Draft draft, CancellationToken cancellationToken)
        => Ground(article, draft, [], cancellationToken);

    /// <param name="article">What was read.</param>
    /// <param name="draft">What an engine made of it.</param>
    /// <param name="second">Stances that another engine reads in it, to hold the draft's against; may be empty.</param>
    /// <param name="cancellationToken">Cancels the grounding.</param>
    public GroundedDraft Ground(
        Article article, Draft draft, IReadOnlyList<DraftStance> second, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(draft);
        var searchable = new SearchableArticle(article, cancellationToken);
        var rejected = new List<Rejection>();
        var summary = GroundedSummary.Of(searchable, draft, rejected, cancellationToken);
        var tags = GroundedStances.Of(searchable, draft, new CrossCheck(second), rejected, cancellationToken);
        WatchedStances.AddTo(tags, watched, searchable);
        return new GroundedDraft(summary, tags, rejected);
    }
}

/// <summary>What of a draft the article bears out.</summary>
/// <param name="Summary">Null when no sentence of it is left.</param>
public sealed record GroundedDraft(
    ArticleSummary? Summary, IReadOnlyList<StanceTag> Stances, IReadOnlyList<Rejection> Rejected);
