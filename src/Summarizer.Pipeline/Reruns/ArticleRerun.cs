using Azure;
using Microsoft.Extensions.Options;
using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Storage;

namespace Summarizer.Pipeline.Reruns;

/// <summary>Does one article again although it did not change, and puts the new result in the old one's place.</summary>
/// <remarks>The old result stands until the new one is written, on the condition that neither article nor result changed: a
/// server at work on the same storage loses nothing to it, and it nothing to the server.</remarks>
internal sealed class ArticleRerun(
    ArticleStore articles,
    DeferralStore work,
    ResultCache paid,
    ArticleSummarizer summarizer,
    ResultWriter writer,
    IOptions<ArticlesOptions> options,
    TimeProvider time)
{
    private static readonly TimeSpan UntilClaimEnds = TimeSpan.FromSeconds(2);

    /// <exception cref="RequestFailedException">Storage does not answer.</exception>
    public async Task<RerunOutcome> RunAsync(string name, int attempt, bool again, CancellationToken cancellationToken)
    {
        var article = await articles.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        if (article is null)
            return new RerunOutcome(RerunEnd.Gone);
        if (article.Upload is null)
        {
            var failure = ArticlePipeline.NotRead(summarizer, name, article, options.Value.MaxBytes, attempt);
            return await EndAsync(failure, null, cancellationToken).ConfigureAwait(false);
        }

        using var clock = new ComputeClock(TimeSpan.FromSeconds(options.Value.TimeLimitSeconds), null, time);
        try
        {
            var read = summarizer.Read(article.Upload, article.ETag, attempt, clock, cancellationToken);
            return summarizer.CostsMoney && read.Status == ArticleStatus.Succeeded
                ? await ClaimAndDraftAsync(read, attempt, again, clock, cancellationToken).ConfigureAwait(false)
                : await DraftAsync(read, attempt, null, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not RequestFailedException and not AggregateException)
        {
            if (attempt < options.Value.MaxAttempts)
                return new RerunOutcome(RerunEnd.TryFailed, Reason: e.GetType().Name, Delay: TimeSpan.FromSeconds(2));
            var message = $"{name} could not be summarised in {attempt} tries ({e.GetType().Name}); upload it again, and report it if it stays.";
            return await EndAsync(
                summarizer.Unread(name, article.ETag, article.Bytes, FailureCode.EngineError, message, attempt), null, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<RerunOutcome> ClaimAndDraftAsync(
        ArticleResult read, int attempt, bool again, ComputeClock clock, CancellationToken cancellationToken)
    {
        var (claim, known) = await paid.BeginAnewAsync(read, summarizer.Engine, again, cancellationToken).ConfigureAwait(false);
        await using var held = claim;
        if (known is not null)
        {
            var writing = await writer.ReplaceAsync(known, cancellationToken).ConfigureAwait(false);
            return new RerunOutcome(writing == WriteOutcome.Superseded ? RerunEnd.Gone : RerunEnd.AlreadyPaid);
        }

        if (claim is null)
            return new RerunOutcome(RerunEnd.Waiting, Reason: "Another worker is at the same text.", Delay: UntilClaimEnds);
        using var going = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim.Lost);
        try
        {
            return await DraftAsync(read, attempt, claim, clock, going.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (claim.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new RerunOutcome(RerunEnd.Waiting, Reason: "The claim on the text was lost.", Delay: UntilClaimEnds);
        }
    }

    private async Task<RerunOutcome> DraftAsync(
        ArticleResult read, int attempt, BlobLease? claim, ComputeClock clock, CancellationToken cancellationToken)
        => await summarizer.SummarizeAsync(read, attempt, clock, cancellationToken).ConfigureAwait(false) switch
        {
            SummaryOutcome.Waiting waiting => new RerunOutcome(RerunEnd.Waiting, Reason: waiting.Reason, Delay: waiting.Delay),
            // What is paid for is written, whoever is stopping.
            var outcome => await EndAsync(
                ((SummaryOutcome.Done)outcome).Result, claim, summarizer.CostsMoney ? CancellationToken.None : cancellationToken)
                .ConfigureAwait(false),
        };

    private async Task<RerunOutcome> EndAsync(ArticleResult result, BlobLease? claim, CancellationToken cancellationToken)
    {
        if (summarizer.CostsMoney && result.Status == ArticleStatus.Succeeded)
            await paid.ForgetAsync(result.Name, cancellationToken).ConfigureAwait(false);
        var writing = await writer.ReplaceAsync(result, cancellationToken).ConfigureAwait(false);
        if (summarizer.CostsMoney && writing == WriteOutcome.Written)
        {
            await work.DeleteNoteAsync(result.Name, cancellationToken).ConfigureAwait(false);
            await ResultCache.RememberAsync(claim, result, cancellationToken).ConfigureAwait(false);
        }

        var end = writing switch
        {
            WriteOutcome.Superseded => RerunEnd.Gone,
            WriteOutcome.AlreadyThere => RerunEnd.Kept,
            _ => result.Status == ArticleStatus.Succeeded ? RerunEnd.Succeeded : RerunEnd.Failed,
        };
        return new RerunOutcome(end, result.Engine);
    }
}

/// <param name="Engine">What it cost; null when nothing was drafted.</param>
/// <param name="Reason">Why it waits or failed.</param>
/// <param name="Delay">When to come again.</param>
internal readonly record struct RerunOutcome(RerunEnd End, EngineReport? Engine = null, string? Reason = null, TimeSpan Delay = default);

internal enum RerunEnd
{
    Succeeded,
    Failed,

    /// <summary>It failed, and an older, better result stays.</summary>
    Kept,
    AlreadyPaid,

    /// <summary>Removed or replaced meanwhile.</summary>
    Gone,

    /// <summary>No try is spent.</summary>
    Waiting,

    /// <summary>For a reason nobody foresaw; a try is spent.</summary>
    TryFailed,
}
