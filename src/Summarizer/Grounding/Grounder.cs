using Microsoft.Extensions.Options;
using Summarizer.Telemetry;

namespace Summarizer.Grounding;

/// <summary>Finds every quote of a draft in the article, and drops and names what it cannot find.</summary>
/// <remarks>
/// Quotes are matched to the letter, and failing that after folding white space, quotation marks, dashes, ellipses and
/// invisible characters, then case. Evidence carries the article's own characters. Time is linear in the article for
/// each quote, and a draft of verbatim sentences costs no more than finding them.
/// </remarks>
public sealed class Grounder(IOptions<StanceOptions> stances) : IGrounder
{
    private readonly IReadOnlyList<WatchedTarget> watched = WatchedTarget.From(stances.Value);

    public ValueTask<EngineOutcome> GroundAsync(Article article, Draft draft, ComputeClock clock, CancellationToken cancellationToken)
        => new(new EngineOutcome.Grounded(Ground(article, draft, null, clock, cancellationToken)));

    /// <summary>On the clock, in a span of its own.</summary>
    internal GroundedDraft Ground(
        Article article, Draft draft, CrossCheck? crossCheck, ComputeClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clock);
        using var span = ArticleTrace.Stage(ArticleTrace.Ground);
        var grounded = clock.Run(token => Ground(article, draft, crossCheck, token), cancellationToken);
        span?.SetTag(TraceTags.Rejected, grounded.Rejected.Count);
        return grounded;
    }

    /// <summary>Where quotes stand in an article, as the grounding of a draft finds them; null for one that does not stand there.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Evidence?> Find(Article article, IReadOnlyList<Quote> quotes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(quotes);
        var searchable = new SearchableArticle(article, cancellationToken);
        return [.. quotes.Select(quote => searchable.Find(quote) is { } span ? Evidence.From(article.Text, span) : null)];
    }

    public GroundedDraft Ground(Article article, Draft draft, CancellationToken cancellationToken)
        => Ground(article, draft, null, cancellationToken);

    /// <param name="article">What was read.</param>
    /// <param name="draft">What an engine made of it.</param>
    /// <param name="crossCheck">What another engine reads in it, to hold the draft's stances against; null for none.</param>
    /// <param name="cancellationToken">Cancels the grounding.</param>
    private GroundedDraft Ground(
        Article article, Draft draft, CrossCheck? crossCheck, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(draft);
        var searchable = new SearchableArticle(article, cancellationToken);
        var rejected = new List<Rejection>();
        var summary = GroundedSummary.From(searchable, draft, rejected, cancellationToken);
        var tags = GroundedStances.From(searchable, draft, crossCheck, rejected, cancellationToken);
        WatchedStances.AddTo(tags, watched, searchable);
        return new GroundedDraft(summary, tags, rejected, draft.Coverage, draft.Engine);
    }
}
