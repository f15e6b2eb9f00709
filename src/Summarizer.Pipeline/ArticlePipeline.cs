using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Telemetry;
using Summarizer.Storage;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline;

/// <summary>Takes one article from its upload to a result, a named failure, or a place in the queue.</summary>
/// <remarks>Only a storage outage and cancellation leave it as exceptions; everything else ends inside.</remarks>
public sealed partial class ArticlePipeline
{
    private readonly ArticleStore articles;
    private readonly ArticleSummarizer summarizer;
    private readonly ResultCache cache;
    private readonly ResultWriter writer;
    private readonly DeferralQueue deferrals;
    private readonly ArticlesOptions options;
    private readonly TimeProvider time;
    private readonly ArticleMeters meters;
    private readonly ILogger<ArticlePipeline> logger;

    public ArticlePipeline(
        ArticleStore articles,
        ArticleSummarizer summarizer,
        ResultCache cache,
        ResultWriter writer,
        DeferralQueue deferrals,
        IOptions<ArticlesOptions> options,
        TimeProvider time,
        ArticleMeters meters,
        ILogger<ArticlePipeline> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.articles, this.summarizer, this.cache, this.writer) = (articles, summarizer, cache, writer);
        (this.deferrals, this.options, this.time, this.meters, this.logger) = (deferrals, options.Value, time, meters, logger);
    }

    /// <summary>Processes an article that was just noticed.</summary>
    public Task<ProcessingOutcome> ProcessAsync(string name, CancellationToken cancellationToken)
        => ProcessAsync(name, null, null, cancellationToken);

    /// <summary>Processes an article that was noticed some time ago, and waited for its turn since.</summary>
    /// <param name="name">The article.</param>
    /// <param name="observed">When it was noticed; null for now.</param>
    /// <param name="slow">The scheduler's, to make room for others; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task<ProcessingOutcome> ProcessAsync(
        string name, DateTimeOffset? observed, SlowNotice? slow, CancellationToken cancellationToken)
    {
        var request = new ProcessingRequest(name, ProcessingPolicy.Run) { Observed = observed, Slow = slow };
        return (await RunAsync(request, cancellationToken).ConfigureAwait(false)).Outcome;
    }

    /// <summary>Makes one attempt at an article.</summary>
    internal async Task<ProcessingReport> RunAsync(ProcessingRequest request, CancellationToken cancellationToken)
    {
        using var attempt = meters.Begin(request);
        using var clock = new ComputeClock(TimeSpan.FromSeconds(options.TimeLimitSeconds), request.Slow, time);
        return attempt.End(await RunAsync(request, attempt, clock, cancellationToken).ConfigureAwait(false));
    }

    private async Task<ProcessingReport> RunAsync(
        ProcessingRequest request, ProcessingAttempt attempt, ComputeClock clock, CancellationToken cancellationToken)
    {
        // Load.
        var loadedAt = time.GetTimestamp();
        var article = await articles.ReadAsync(request.Name, cancellationToken).ConfigureAwait(false);
        if (article is null)
            return ProcessingReport.Nothing;
        attempt.Loaded(article);
        var run = new ArticleRun(request.For(article), article, loadedAt);

        // Read.
        ReadArticle read;
        try
        {
            read = article.Upload is { } upload
                ? summarizer.Read(upload, article.ETag, clock, cancellationToken)
                : run.Unread(run.WhyNotRead(options.MaxBytes), time);
        }
        catch (Exception e) when (IsFault(e, cancellationToken))
        {
            return await RetryOrFailAsync(run, e, cancellationToken).ConfigureAwait(false);
        }

        if (read.Reading is ArticleReading.Unreadable unreadable)
        {
            var failure = read.Failed(run.Failure(unreadable.Code, unreadable.Message), summarizer.Engine, TimeSpan.Zero);
            return await SaveAsync(run, failure, CacheEntry.None, cancellationToken).ConfigureAwait(false);
        }

        // Look for a result that was paid for.
        await using var entry = await cache.OpenAsync(read, summarizer.Engine, run.Policy.Reuse, cancellationToken).ConfigureAwait(false);
        if (entry.Result is { } paid)
            return await SaveAsync(run, paid, entry, cancellationToken).ConfigureAwait(false);
        if (entry.IsTaken)
            return await RequeueAsync(run, cancellationToken).ConfigureAwait(false);

        // Draft, and ground.
        using var drafting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, entry.Lost);
        var started = time.GetTimestamp();
        EngineOutcome outcome;
        try
        {
            outcome = await summarizer.DraftAsync(read, clock, drafting.Token).ConfigureAwait(false);
            if (outcome is EngineOutcome.Drafted(var draft))
                outcome = await summarizer.GroundAsync(read, draft, clock, drafting.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (entry.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return await RequeueAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFault(e, cancellationToken))
        {
            return await RetryOrFailAsync(run, e, cancellationToken).ConfigureAwait(false);
        }

        if (outcome is EngineOutcome.Unavailable(var deferred, _))
        {
            Log.Deferred(logger, run.Name, UpstreamMessage.Without(deferred.Reason));
            return await DeferAsync(run, deferred, run.Attempt, cancellationToken).ConfigureAwait(false);
        }

        // Save.
        var took = time.GetElapsedTime(started);
        var result = outcome switch
        {
            EngineOutcome.Grounded(var grounded) => read.Succeeded(grounded, took),
            EngineOutcome.Failed(var code, var message, var engine) => read.Failed(run.Failure(code, message), engine, took),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
        return await SaveAsync(run, result, entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProcessingReport> SaveAsync(
        ArticleRun run, ArticleResult result, CacheEntry entry, CancellationToken cancellationToken)
    {
        // What is paid for is written, whether or not the host is stopping: a lease that was lost does not matter to a conditional write.
        if (entry.IsLeased)
            cancellationToken = CancellationToken.None;
        result = ArticleTrace.Sign(result);
        if (run.Policy.Replaces && entry.IsLeased && result.Status == ArticleStatus.Succeeded)
            await cache.ForgetAsync(run.Name, cancellationToken).ConfigureAwait(false);

        // Nobody reads the note of payment without a result that supports it, so that neither has to come first.
        var write = writer.WriteAsync(result, run.LoadedAt, run.Policy.Replaces, cancellationToken);
        await Task.WhenAll(write, entry.PayAsync(result, cancellationToken)).ConfigureAwait(false);
        var written = await write.ConfigureAwait(false);
        if (run.IsNoteOver(written))
            await deferrals.DeleteAsync(run.Name, cancellationToken).ConfigureAwait(false);
        if (written == WriteOutcome.Superseded)
        {
            entry.Revoke();
            return ProcessingReport.Nothing;
        }

        var reused = entry.Result is not null;
        meters.Ended(result, reused);
        Log.Ended(logger, result.Name, result.Status, result.DurationMs, result.Engine.Name);
        return new ProcessingReport(result.Status == ArticleStatus.Succeeded ? ProcessingOutcome.Succeeded : ProcessingOutcome.Failed)
        {
            Engine = result.Engine,
            Reused = reused,
            Kept = run.Policy.Replaces && written == WriteOutcome.AlreadyThere,
        };
    }

    private async Task<ProcessingReport> RetryOrFailAsync(ArticleRun run, Exception problem, CancellationToken cancellationToken)
    {
        Log.AttemptFailed(logger, run.Name, run.Attempt, options.MaxAttempts, ExceptionOutline.From(problem));
        if (run.Attempt < options.MaxAttempts)
        {
            var deferred = DeferralQueue.AfterFailure(run.Attempt);
            return await DeferAsync(run, deferred, run.Attempt + 1, cancellationToken).ConfigureAwait(false);
        }

        var failure = run.Failure(
            FailureCode.EngineError,
            $"{run.Name} could not be summarised in {run.Attempt} tries ({problem.GetType().Name}); upload it again, and "
                + $"report it if it stays.");
        var result = run.Unread(failure, time).Failed(failure, summarizer.Engine, TimeSpan.Zero);
        return await SaveAsync(run, result, CacheEntry.None, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProcessingReport> DeferAsync(ArticleRun run, Deferred deferred, int attempt, CancellationToken cancellationToken)
    {
        if (run.Policy.Requeues)
            await deferrals.DeferAsync(run.Message(attempt), deferred, cancellationToken).ConfigureAwait(false);
        return ProcessingReport.Waiting(deferred, attempt);
    }

    /// <summary>Another worker drafts the same text; comes back in case that worker dies.</summary>
    private async Task<ProcessingReport> RequeueAsync(ArticleRun run, CancellationToken cancellationToken)
    {
        if (run.Policy.Requeues)
            await deferrals.RequeueAsync(run.Message(run.Attempt), cancellationToken).ConfigureAwait(false);
        return ProcessingReport.Waiting(DeferralQueue.WhileTaken, run.Attempt);
    }

    /// <summary>Whether a step broke, and was not stopped.</summary>
    private static bool IsFault(Exception e, CancellationToken cancellationToken)
        => e is not OperationCanceledException || !cancellationToken.IsCancellationRequested;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Name} {Status} in {Milliseconds:0.0} ms by {Engine}.")]
        public static partial void Ended(ILogger logger, string name, ArticleStatus status, double milliseconds, string engine);

        [LoggerMessage(2, LogLevel.Warning, "{Name}: attempt {Attempt} of {MaxAttempts} failed: {Fault}")]
        public static partial void AttemptFailed(ILogger logger, string name, int attempt, int maxAttempts, string fault);

        [LoggerMessage(3, LogLevel.Information, "{Name} waits: {Reason}")]
        public static partial void Deferred(ILogger logger, string name, string reason);
    }
}
