using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Summarizer.Grounding;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Reviews;

/// <summary>Reads and writes what people judge of articles' claims.</summary>
public sealed class ArticleReviews(ReviewStore reviews, ResultStore results, ServedResults served, TimeProvider time)
{
    /// <summary>Reviews read at once.</summary>
    private const int Batch = 16;

    /// <summary>The review of an article beside its result.</summary>
    public async Task<ReviewReading> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var review = reviews.ReadAsync(name, cancellationToken);
        var standing = await served.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var stored = await review.ConfigureAwait(false);
        return standing.IsNothing ? new ReviewReading.NoArticle()
            : stored is null ? new ReviewReading.NoReview()
            : new ReviewReading.Found(new ReviewedArticle(name, stored.Review, standing.Result?.Parse()), stored.ETag);
    }

    /// <summary>
    /// Stores verdicts. Under <c>If-Match</c> they replace the document; without it, they replace those of the reviewers that they
    /// name, and leave those of others.
    /// </summary>
    /// <param name="name">The article.</param>
    /// <param name="sent">The verdicts.</param>
    /// <param name="condition">Under which they are stored, in the ETags of the review.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<ReviewWriting> WriteAsync(
        string name, Review sent, WriteCondition condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(condition);
        if (ReviewCheck.Problem(sent, name, time.GetUtcNow().UtcDateTime) is { } problem)
            return new ReviewWriting.Invalid(problem);
        var standing = await served.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        if (standing.IsNothing)
            return new ReviewWriting.NoArticle();
        if (standing.Result?.Parse() is not { } result)
            return new ReviewWriting.NoResult();
        while (true)
        {
            var stored = await reviews.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            if (!condition.IsMetBy(stored is null ? null : TagOf(stored.ETag)))
                return new ReviewWriting.ConditionNotMet();
            var (review, fault) = Complete(name, sent, stored?.Review, condition.IfMatch is not null, result, cancellationToken);
            if (review is null)
                return new ReviewWriting.Invalid(fault!);
            if (await reviews.TryWriteAsync(name, review, stored?.ETag, cancellationToken).ConfigureAwait(false) is not { } written)
                continue;
            // Removed in between: the review goes with its article.
            if ((await served.ReadAsync(name, cancellationToken).ConfigureAwait(false)).IsNothing)
            {
                await reviews.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
                return new ReviewWriting.NoArticle();
            }

            return new ReviewWriting.Written(new ReviewedArticle(name, review, result), written, stored is null);
        }
    }

    /// <summary>Every review beside the result that stands there, in the storage's order.</summary>
    /// <param name="after">Only those whose blob comes after it; null for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async IAsyncEnumerable<(string Blob, ReviewedArticle Article)> ListAsync(
        string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var blobs = reviews.ListAsync(cancellationToken).Select(r => r.Blob)
            .Where(blob => after is null || string.CompareOrdinal(blob, after) > 0);
        await foreach (var batch in blobs.Chunk(Batch).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var read = await Task.WhenAll(batch.Select(blob => ReadBlobAsync(blob, cancellationToken))).ConfigureAwait(false);
            foreach (var (blob, article) in batch.Zip(read))
            {
                if (article is not null)
                    yield return (blob, article);
            }
        }
    }

    private async Task<ReviewedArticle?> ReadBlobAsync(string blob, CancellationToken cancellationToken)
    {
        var result = results.ReadBlobAsync(blob, cancellationToken);
        var stored = await reviews.ReadBlobAsync(blob, cancellationToken).ConfigureAwait(false);
        var document = (await result.ConfigureAwait(false))?.Parse();
        return stored?.Review is { Name: { } name } review && ArticleName.ResultOf(name) == blob
            ? new ReviewedArticle(name, review, document?.Name == name ? document : null)
            : null;
    }

    /// <summary>The document to be stored, or what is wrong with it.</summary>
    private (Review? Review, string? Fault) Complete(
        string name, Review sent, Review? stored, bool replaces, ArticleResult result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        IReadOnlyList<ReviewVerdict> known = stored?.Verdicts ?? [];
        var article = new ReviewedArticle(name, sent, result);
        var verdicts = new List<ReviewVerdict>(sent.Verdicts.Count);
        for (var i = 0; i < sent.Verdicts.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var verdict = Normalize(sent.Verdicts[i], article, now);
            if (verdict.Evidence is { } evidence && !known.Any(k => IsSameAddition(k, verdict)))
            {
                if (Check(evidence, result, cancellationToken) is not { } found)
                    return (null, MissingQuote(i));
                verdict = verdict with { Evidence = found };
            }

            verdicts.Add(verdict);
        }

        if (!replaces)
        {
            var reviewers = verdicts.Select(v => v.Reviewer).ToHashSet(StringComparer.Ordinal);
            verdicts.InsertRange(0, known.Where(v => !reviewers.Contains(v.Reviewer)));
        }

        return ReviewCheck.Overflow(verdicts) is { } overflow
            ? (null, overflow)
            : (new Review { SchemaVersion = Review.CurrentSchemaVersion, Name = name, Verdicts = verdicts }, null);
    }

    /// <summary>As it is stored: with the time, and with the stance that was judged.</summary>
    private static ReviewVerdict Normalize(ReviewVerdict verdict, ReviewedArticle article, DateTime now)
    {
        var isStance = verdict.Kind == ReviewKind.Stance;
        return verdict with
        {
            Reviewer = verdict.Reviewer!.Trim(),
            Target = verdict.Target?.Trim(),
            Holder = isStance ? verdict.Holder?.Trim() ?? StanceTag.Author : null,
            Type = verdict.Judgement == Judgement.Added ? verdict.Type ?? TargetType.Topic : null,
            Stance = isStance ? verdict.Stance ?? article.ClaimOf(verdict).Stance?.Stance : null,
            At = verdict.At switch
            {
                null => now,
                { Kind: DateTimeKind.Unspecified } at => DateTime.SpecifyKind(at, DateTimeKind.Utc),
                { } at => at.ToUniversalTime(),
            },
            Stale = null,
        };
    }

    /// <summary>The quotes with the article's own characters and offsets; null when one does not stand there.</summary>
    private static Evidence[]? Check(IReadOnlyList<Evidence> evidence, ArticleResult result, CancellationToken cancellationToken)
    {
        if (result.Article is not { } article)
            return null;
        var found = Grounder.Find(article, [.. evidence.Select(e => new Quote(e.Quote, e.Start))], cancellationToken);
        return found.Contains(null) ? null : [.. found.OfType<Evidence>()];
    }

    /// <summary>An addition that was checked before is not lost because the article was replaced since.</summary>
    private static bool IsSameAddition(ReviewVerdict known, ReviewVerdict verdict)
        => known.Judgement == Judgement.Added && known.Reviewer == verdict.Reviewer && known.Target == verdict.Target
           && known.Holder == verdict.Holder && known.Evidence is { } evidence
           && evidence.Select(e => e.Quote).SequenceEqual(verdict.Evidence!.Select(e => e.Quote), StringComparer.Ordinal);

    private static string MissingQuote(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"verdicts[{index}].evidence has a quote that does not stand in the article; copy it from article.text of GET /api/articles.");

    private static string TagOf(ETag etag) => etag.ToString().Trim('"');
}

/// <summary>What was found under a name.</summary>
public abstract record ReviewReading
{
    private ReviewReading()
    {
    }

    public sealed record NoArticle : ReviewReading;

    public sealed record NoReview : ReviewReading;

    /// <param name="ETag">Of the review's blob.</param>
    public sealed record Found(ReviewedArticle Article, ETag ETag) : ReviewReading;
}

/// <summary>How a write ended.</summary>
public abstract record ReviewWriting
{
    private ReviewWriting()
    {
    }

    public sealed record NoArticle : ReviewWriting;

    /// <summary>There is nothing yet that could be judged.</summary>
    public sealed record NoResult : ReviewWriting;

    public sealed record ConditionNotMet : ReviewWriting;

    /// <param name="Detail">What is wrong, and what to do.</param>
    public sealed record Invalid(string Detail) : ReviewWriting;

    /// <param name="IsNew">Whether it is the article's first review.</param>
    public sealed record Written(ReviewedArticle Article, ETag ETag, bool IsNew) : ReviewWriting;
}
