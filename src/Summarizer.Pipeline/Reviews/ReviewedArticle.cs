using Summarizer.Grounding;
using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Reviews;

/// <summary>A review beside the result that stands there now.</summary>
/// <param name="Name">The article.</param>
/// <param name="Result">Null while there is none that may be shown.</param>
public sealed record ReviewedArticle(string Name, Review Review, ArticleResult? Result)
{
    private readonly ResultClaims claims = ResultClaims.From(Result);

    /// <summary>The claims that were judged, each once.</summary>
    public IReadOnlyList<ReviewedClaim> Judged => claims.Judged(Review);

    /// <summary>The review as readers see it: with what is stale, and where reviewers disagree.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Review Shown(CancellationToken cancellationToken)
    {
        var verdicts = Located(cancellationToken);
        return Review with
        {
            SchemaVersion = Review.CurrentSchemaVersion,
            Name = Name,
            Verdicts = verdicts,
            Conflicts =
            [
                .. Judged.Where(c => c.IsDisputed).Select(c => new ReviewConflict(
                    c.Kind, c.Target, c.Holder, c.Quote,
                    [.. c.Verdicts.Select(v => v.Reviewer ?? "").Order(StringComparer.Ordinal)])),
            ],
        };
    }

    /// <summary>The claim of the result that a verdict is about.</summary>
    internal ReviewedClaim ClaimOf(ReviewVerdict verdict) => claims.Find(verdict);

    /// <summary>Evidence of added claims where it stands in the article's text now.</summary>
    private ReviewVerdict[] Located(CancellationToken cancellationToken)
    {
        var quotes = Review.Verdicts.SelectMany(v => v.Evidence ?? []).Select(e => new Quote(e.Quote, e.Start)).ToArray();
        IReadOnlyList<Evidence?> found = quotes.Length > 0 && Result?.Article is { } article
            ? Grounder.Find(article, quotes, cancellationToken)
            : new Evidence?[quotes.Length];
        var next = 0;
        return
        [
            .. Review.Verdicts.Select(verdict =>
            {
                if (verdict.Evidence is not { } evidence)
                    return verdict with { Stale = !ClaimOf(verdict).IsPresent };
                var standing = Enumerable.Range(next, evidence.Count).Select(i => found[i]).OfType<Evidence>().ToArray();
                next += evidence.Count;
                return verdict with { Stale = standing.Length == 0, Evidence = standing.Length == 0 ? evidence : standing };
            }),
        ];
    }
}
