using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Removals;
using Summarizer.Pipeline.Telemetry;
using Summarizer.Storage;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline;

/// <summary>Takes one article from its upload to a result, a named failure, or a place in the queue.</summary>
/// <remarks>Only a storage outage and cancellation leave it as exceptions; everything else ends inside.</remarks>
public sealed partial class ArticlePipeline
{
    private readonly ArticleStore articles;
    private readonly RemovalSteps removal;
    private readonly TimeProvider time;
    private readonly DeferralStore work;
    private readonly ResultCache paid;
    private readonly ArticleSummarizer summarizer;
    private readonly ResultWriter writer;
    private readonly DeferralQueue deferral;
    private readonly int maxBytes;
    private readonly int maxAttempts;
    private readonly TimeSpan timeLimit;
    private readonly ArticleMeters meters;
    private readonly ILogger<ArticlePipeline> logger;

    public ArticlePipeline(
        ArticleStore articles,
        DeferralStore work,
        ResultCache paid,
        RetryQueue queue,
        ArticleSummarizer summarizer,
        ResultWriter writer,
        RemovalSteps removal,
        IOptions<ArticlesOptions> options,
        TimeProvider time,
        ArticleMeters meters,
        ILogger<ArticlePipeline> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.articles, this.work, this.paid, this.writer, this.removal, this.time) = (articles, work, paid, writer, removal, time);
        (this.summarizer, this.meters, this.logger) = (summarizer, meters, logger);
        (maxBytes, maxAttempts) = (options.Value.MaxBytes, options.Value.MaxAttempts);
        timeLimit = TimeSpan.FromSeconds(options.Value.TimeLimitSeconds);
        deferral = new DeferralQueue(work, queue, time);
    }

    /// <summary>An article was noticed.</summary>
    public Task<ProcessingOutcome> ProcessAsync(string name, CancellationToken cancellationToken)
        => ProcessAsync(name, null, null, cancellationToken);

    /// <summary>An article was noticed some time ago, and waited for its turn since.</summary>
    /// <param name="name">The article.</param>
    /// <param name="noticed">When; null for now.</param>
    /// <param name="slow">The scheduler's, to make room for others; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<ProcessingOutcome> ProcessAsync(string name, DateTimeOffset? noticed, SlowNotice? slow, CancellationToken cancellationToken)
        => RunAsync(new RetryMessage(name, null, 1), noticed, slow, cancellationToken);

    /// <summary>An article's time in the queue is up; returns which one, null when the message is none of ours.</summary>
    public Task<(string? Name, ProcessingOutcome Outcome)> RetryAsync(string message, CancellationToken cancellationToken)
        => RetryAsync(message, null, cancellationToken);

    /// <inheritdoc cref="RetryAsync(string, CancellationToken)"/>
    /// <param name="message">From the queue.</param>
    /// <param name="slow">The scheduler's, to make room for others; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<(string? Name, ProcessingOutcome Outcome)> RetryAsync(
        string message, SlowNotice? slow, CancellationToken cancellationToken)
    {
        RetryMessage? retry = null;
        try
        {
            retry = JsonSerializer.Deserialize(message, StorageJson.Compact.RetryMessage);
        }
        catch (JsonException)
        {
            // Named below: a message that is none of ours would come back for ever.
        }

        if (retry is not { Name.Length: > 0 })
        {
            Log.ForeignMessage(logger, StorageNames.Retries);
            return (null, ProcessingOutcome.Nothing);
        }

        var processing = retry.Sweep
            ? await SweepAsync(retry, cancellationToken).ConfigureAwait(false)
            : await RunAsync(retry, null, slow, cancellationToken).ConfigureAwait(false);
        return (retry.Name, processing);
    }

    private async Task<ProcessingOutcome> RunAsync(
        RetryMessage visit, DateTimeOffset? noticed, SlowNotice? slow, CancellationToken cancellationToken)
    {
        using var go = meters.Begin(visit, noticed);
        using var clock = new ComputeClock(timeLimit, slow, time);
        return go.End(await GoAsync(visit, go, clock, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ProcessingOutcome> GoAsync(
        RetryMessage visit, ProcessingAttempt go, ComputeClock clock, CancellationToken cancellationToken)
    {
        visit = visit with { ReadAt = time.GetTimestamp() };
        var article = await articles.ReadAsync(visit.Name, cancellationToken).ConfigureAwait(false);
        if (article is null)
            return ProcessingOutcome.Nothing;
        if (visit.ETag is null)
            go.FirstRead(article);

        // A version that came after the one that waited starts with all its tries.
        var attempt = visit.ETag is null || visit.ETag == article.ETag ? Math.Max(1, visit.Attempt) : 1;
        visit = visit with { Attempt = attempt };
        if (article.Upload is null)
        {
            var failure = NotRead(summarizer, visit.Name, article, maxBytes, attempt);
            return await EndAsync(failure, visit, null, cancellationToken).ConfigureAwait(false);
        }

        ArticleResult read;
        try
        {
            read = summarizer.Read(article.Upload, article.ETag, attempt, clock, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await TryFailedAsync(visit, article.ETag, article.Bytes, e, cancellationToken).ConfigureAwait(false);
        }

        return summarizer.CostsMoney && read.Status == ArticleStatus.Succeeded
            ? await ClaimAndDraftAsync(read, visit, clock, cancellationToken).ConfigureAwait(false)
            : await DraftAsync(read, visit, null, clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Claims the text before an engine is paid for it, and uses what was paid for before.</summary>
    private async Task<ProcessingOutcome> ClaimAndDraftAsync(
        ArticleResult read, RetryMessage visit, ComputeClock clock, CancellationToken cancellationToken)
    {
        var (claim, known) = await paid.BeginAsync(read, summarizer.Engine, cancellationToken).ConfigureAwait(false);
        if (known is null && claim is null)
        {
            // Whoever holds it may die: look again when the claim would have run out.
            await deferral.LookAgainAsync(read.Name, read.Source, visit.Attempt, cancellationToken).ConfigureAwait(false);
            return ProcessingOutcome.Waiting;
        }

        await using var held = claim;
        using var going = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim?.Lost ?? CancellationToken.None);
        try
        {
            return known is not null
                ? await EndAsync(known, visit, claim, going.Token).ConfigureAwait(false)
                : await DraftAsync(read, visit, claim, clock, going.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (going.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            await deferral.LookAgainAsync(read.Name, read.Source, visit.Attempt, cancellationToken).ConfigureAwait(false);
            return ProcessingOutcome.Waiting;
        }
    }

    private async Task<ProcessingOutcome> DraftAsync(
        ArticleResult read, RetryMessage visit, BlobLease? claim, ComputeClock clock, CancellationToken cancellationToken)
    {
        SummaryOutcome outcome;
        try
        {
            outcome = await summarizer.SummarizeAsync(read, visit.Attempt, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return await TryFailedAsync(visit, read.Source.ETag, read.Source.Bytes, e, cancellationToken).ConfigureAwait(false);
        }

        // What is paid for is written, whoever is stopping: the claim, if lost, does not matter to a conditional write.
        if (outcome is not SummaryOutcome.Waiting waiting)
            return await EndAsync(
                ((SummaryOutcome.Done)outcome).Result, visit, claim, summarizer.CostsMoney ? CancellationToken.None : cancellationToken)
                .ConfigureAwait(false);

        await deferral.WaitAsync(read.Name, read.Source, visit.Attempt, waiting, cancellationToken).ConfigureAwait(false);
        Log.Waits(logger, read.Name, UpstreamMessage.Without(waiting.Reason));
        return ProcessingOutcome.Waiting;
    }

    private async Task<ProcessingOutcome> TryFailedAsync(
        RetryMessage visit, string etag, long bytes, Exception problem, CancellationToken cancellationToken)
    {
        var (name, attempt) = (visit.Name, visit.Attempt);
        Log.TryFailed(logger, name, attempt, maxAttempts, ExceptionOutline.Of(problem));
        if (attempt >= maxAttempts)
        {
            var message = $"{name} could not be summarised in {attempt} tries ({problem.GetType().Name}); upload it again, and report it if it stays.";
            var failure = summarizer.Unread(name, etag, bytes, FailureCode.EngineError, message, attempt);
            return await EndAsync(failure, visit, null, cancellationToken).ConfigureAwait(false);
        }

        await deferral.TryAgainAsync(name, etag, bytes, attempt, cancellationToken).ConfigureAwait(false);
        return ProcessingOutcome.Waiting;
    }

    private async Task<ProcessingOutcome> EndAsync(
        ArticleResult result, RetryMessage visit, BlobLease? claim, CancellationToken cancellationToken)
    {
        result = ArticleTrace.Sign(result);
        // Nobody reads the note of payment without a result that bears it out, so that neither has to come first.
        var write = writer.WriteAsync(result, visit.ReadAt, cancellationToken);
        await Task.WhenAll(write, ResultCache.RememberAsync(claim, result, cancellationToken)).ConfigureAwait(false);
        var writing = await write.ConfigureAwait(false);
        if (visit.ETag is not null)
            await work.DeleteNoteAsync(result.Name, cancellationToken).ConfigureAwait(false);
        if (writing == WriteOutcome.Superseded)
        {
            claim?.Revoke();
            return ProcessingOutcome.Nothing;
        }

        meters.Ended(result);
        Log.Ended(logger, result.Name, result.Status, result.DurationMs, result.Engine.Name);
        return result.Status == ArticleStatus.Succeeded ? ProcessingOutcome.Succeeded : ProcessingOutcome.Failed;
    }

    private async Task<ProcessingOutcome> SweepAsync(RetryMessage tombstone, CancellationToken cancellationToken)
    {
        await removal.CompleteAsync(tombstone.Name, tombstone.ETag, cancellationToken).ConfigureAwait(false);
        return ProcessingOutcome.Nothing;
    }

    /// <summary>The failure of an article that was not read, for its name or its size.</summary>
    internal static ArticleResult NotRead(ArticleSummarizer summarizer, string name, StoredArticle article, int maxBytes, int attempt)
    {
        var (code, message) = ArticleName.IsValid(name, out var problem)
            ? (FailureCode.TooLarge, $"{name} has {article.Bytes:N0} bytes; upload at most {maxBytes:N0}, or raise Articles__MaxBytes.")
            : (FailureCode.Unreadable, $"Rename the blob, or upload it again under another name: this one cannot be used. {problem}");
        return summarizer.Unread(name, article.ETag, article.Bytes, code, message, attempt);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Name} {Status} in {Milliseconds:0.0} ms by {Engine}.")]
        public static partial void Ended(ILogger logger, string name, ArticleStatus status, double milliseconds, string engine);

        [LoggerMessage(2, LogLevel.Warning, "{Name}: try {Attempt} of {MaxAttempts} failed: {Fault}")]
        public static partial void TryFailed(ILogger logger, string name, int attempt, int maxAttempts, string fault);

        [LoggerMessage(3, LogLevel.Information, "{Name} waits: {Reason}")]
        public static partial void Waits(ILogger logger, string name, string reason);

        [LoggerMessage(4, LogLevel.Warning, "A message in {Queue} names no article and was dropped; only Summarizer may write there.")]
        public static partial void ForeignMessage(ILogger logger, string queue);
    }
}

/// <summary>How one go at an article ended.</summary>
public enum ProcessingOutcome
{
    /// <summary>The article is gone, replaced, or another worker's.</summary>
    Nothing,
    Succeeded,
    Failed,
    Waiting,
}
