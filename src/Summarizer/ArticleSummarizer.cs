using System.Security.Cryptography;
using Summarizer.Engines;
using Summarizer.Engines.Embedded;
using Summarizer.Grounding;
using Summarizer.Reading;
using Summarizer.Telemetry;

namespace Summarizer;

/// <summary>Upload in, grounded result out: reads, drafts, grounds.</summary>
public sealed class ArticleSummarizer(
    ArticleReader reader, IEngine engine, EmbeddedEngine embedded, Grounder grounder, TimeProvider time)
{
    /// <summary>Whether a draft costs money, so that a worker must claim the article first.</summary>
    public bool CostsMoney => engine.CostsMoney;

    /// <summary>The engine at work, with nothing spent.</summary>
    public EngineReport Engine => engine.Identity;

    /// <summary>Reads and summarises at once.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="attempt">Which try this is, from 1.</param>
    /// <param name="cancellationToken">Cancels reading and drafting.</param>
    public ValueTask<SummaryOutcome> SummarizeAsync(
        Upload upload, string etag, int attempt, CancellationToken cancellationToken)
        => SummarizeAsync(Read(upload, etag, attempt, cancellationToken), attempt, cancellationToken);

    /// <summary>The beginning of a result: the article read, or a named failure. Costs nothing.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="attempt">Which try this is, from 1.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ArticleResult Read(Upload upload, string etag, int attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        using var span = ArticleTrace.Stage(ArticleTrace.Parse);
        var started = time.GetTimestamp();
        var reading = reader.Read(upload, cancellationToken);
        var result = Begin(upload, etag, reading);
        return Timed(
            reading switch
            {
                ArticleReading.Readable readable => result with { Article = readable.Article },
                ArticleReading.Unreadable unreadable => Failed(result, unreadable.Code, unreadable.Message, attempt),
                _ => throw new InvalidOperationException($"Unknown reading {reading.GetType().Name}."),
            },
            started);
    }

    /// <summary>The rest of a result that <see cref="Read"/> began.</summary>
    public async ValueTask<SummaryOutcome> SummarizeAsync(ArticleResult read, int attempt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (read is not { Status: ArticleStatus.Succeeded, Article: { } article })
            return new SummaryOutcome.Done(read);

        var started = time.GetTimestamp();
        switch (await DraftAsync(article, [], cancellationToken).ConfigureAwait(false))
        {
            case EngineOutcome.Waiting(var reason, var delay):
                return new SummaryOutcome.Waiting(reason, delay);
            case EngineOutcome.Failed(var code, var message, var report):
                return Done(Failed(read with { Engine = report }, code, message, attempt), started);
            case EngineOutcome.Drafted(var draft):
                return await GroundAsync(read, article, draft, started, cancellationToken).ConfigureAwait(false);
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    /// <summary>A named failure of an upload that was never read, such as one that is too large.</summary>
    public ArticleResult Unread(string name, string etag, long bytes, FailureCode code, string message, int attempt)
        => Failed(
            new ArticleResult
            {
                Name = name,
                Status = ArticleStatus.Failed,
                Source = new ArticleSource(etag, null, bytes, null, null),
                Engine = engine.Identity,
                ProcessedAt = time.GetUtcNow().UtcDateTime,
                DurationMs = 0,
            },
            code, message, attempt);

    /// <summary>When nothing of a model's summary is left it is asked once more; then the embedded summary takes its place.</summary>
    private async ValueTask<SummaryOutcome> GroundAsync(
        ArticleResult result, Article article, Draft draft, long started, CancellationToken cancellationToken)
    {
        // A reply that is paid for is made use of, whoever is stopping; another one is not asked for.
        var grounding = engine.CostsMoney ? CancellationToken.None : cancellationToken;
        // What a model says is held against a reading that no words in the article can sway.
        var second = engine.CostsMoney && draft.Stances.Count > 0 ? embedded.Draft(article, grounding).Stances : [];
        var grounded = Ground(article, draft, second, grounding);
        var report = draft.Engine;
        if (grounded.Summary is null && engine.CostsMoney && !report.Fallback)
        {
            var first = grounded;
            switch (await DraftAsync(article, first.Rejected, cancellationToken).ConfigureAwait(false))
            {
                case EngineOutcome.Waiting(var reason, var delay):
                    return new SummaryOutcome.Waiting(reason, delay);
                case EngineOutcome.Failed(_, _, var spent):
                    report = Sum(report, spent);
                    break;
                case EngineOutcome.Drafted(var again):
                    report = Sum(report, again.Engine);
                    grounded = Ground(article, again, second, grounding);
                    grounded = grounded with
                    {
                        Rejected = [.. first.Rejected, .. grounded.Rejected],
                        Stances = grounded.Stances.Count > 0 ? grounded.Stances : first.Stances,
                    };
                    break;
            }
        }

        if (grounded.Summary is null)
        {
            var own = Ground(article, embedded.Draft(article, grounding), [], grounding);
            grounded = grounded with { Summary = own.Summary };
            report = report with { Fallback = engine.CostsMoney };
        }

        return Done(
            result with
            {
                Summary = grounded.Summary,
                Stances = grounded.Stances,
                Rejected = grounded.Rejected,
                Coverage = draft.Coverage,
                Engine = report,
            },
            started);
    }

    private async ValueTask<EngineOutcome> DraftAsync(
        Article article, IReadOnlyList<Rejection> corrections, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Engine)?.SetTag(TraceTags.Engine, engine.Identity.Name);
        var outcome = await engine.DraftAsync(article, corrections, cancellationToken).ConfigureAwait(false);
        span?.SetTag(TraceTags.Draft, outcome is EngineOutcome.Drafted ? "drafted" : outcome is EngineOutcome.Waiting ? "waiting" : "failed");
        return outcome;
    }

    private GroundedDraft Ground(Article article, Draft draft, IReadOnlyList<DraftStance> second, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Ground);
        var grounded = grounder.Ground(article, draft, second, cancellationToken);
        span?.SetTag(TraceTags.Rejected, grounded.Rejected.Count);
        return grounded;
    }

    private ArticleResult Begin(Upload upload, string etag, ArticleReading reading) => new()
    {
        Name = upload.Name,
        Status = ArticleStatus.Succeeded,
        Source = new ArticleSource(
            etag,
            Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span)),
            upload.Content.Length,
            reading.ContentType,
            reading.Charset),
        Engine = engine.Identity,
        ProcessedAt = time.GetUtcNow().UtcDateTime,
        DurationMs = 0,
    };

    private static ArticleResult Failed(ArticleResult result, FailureCode code, string message, int attempt)
        => result with { Status = ArticleStatus.Failed, Failure = new ArticleFailure(code, message, attempt) };

    private SummaryOutcome.Done Done(ArticleResult result, long started) => new(Timed(result, started));

    private ArticleResult Timed(ArticleResult result, long started) => result with
    {
        DurationMs = Math.Round(result.DurationMs + time.GetElapsedTime(started).TotalMilliseconds, 3),
    };

    private static EngineReport Sum(EngineReport first, EngineReport second) => second with
    {
        InputTokens = first.InputTokens + second.InputTokens,
        OutputTokens = first.OutputTokens + second.OutputTokens,
        Cost = first.Cost is null && second.Cost is null ? null : (first.Cost ?? 0) + (second.Cost ?? 0),
    };
}

/// <summary>How one go at an article ended. Anything unexpected is an exception and costs a try.</summary>
public abstract record SummaryOutcome
{
    private SummaryOutcome()
    {
    }

    /// <summary>A result, or a named failure in the form of one.</summary>
    public sealed record Done(ArticleResult Result) : SummaryOutcome;

    /// <summary>The engine cannot take it now; no try is spent.</summary>
    public sealed record Waiting(string Reason, TimeSpan Delay) : SummaryOutcome;
}
