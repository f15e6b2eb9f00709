using System.Globalization;
using System.Security.Cryptography;
using Summarizer.Extractive;
using Summarizer.Grounding;
using Summarizer.Reading;
using Summarizer.Telemetry;

namespace Summarizer;

/// <summary>Upload in, grounded result out: reads, drafts, grounds.</summary>
public sealed class ArticleSummarizer(
    ArticleReader reader, IEngine engine, ExtractiveEngine embedded, Grounder grounder, TimeProvider time)
{
    /// <summary>Whether a draft costs money, so that a worker must claim the article first.</summary>
    public bool CostsMoney => engine.CostsMoney;

    /// <summary>The engine at work, with nothing spent.</summary>
    public EngineReport Engine => engine.Identity;

    /// <summary>Reads and summarises at once, however long it takes.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="attempt">Which try this is, from 1.</param>
    /// <param name="cancellationToken">Cancels reading and drafting.</param>
    public async ValueTask<SummaryOutcome> SummarizeAsync(
        Upload upload, string etag, int attempt, CancellationToken cancellationToken)
    {
        using var clock = new ComputeClock(null, null, time);
        var read = Read(upload, etag, attempt, clock, cancellationToken);
        return await SummarizeAsync(read, attempt, clock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The beginning of a result: the article read, or a named failure. Costs nothing.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="attempt">Which try this is, from 1.</param>
    /// <param name="clock">Computing time of this attempt.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ArticleResult Read(Upload upload, string etag, int attempt, ComputeClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(clock);
        using var span = ArticleTrace.Stage(ArticleTrace.Parse);
        var started = time.GetTimestamp();
        ArticleReading reading;
        try
        {
            reading = clock.Run(token => reader.Read(upload, token), cancellationToken);
        }
        catch (ComputeLimitException)
        {
            reading = new ArticleReading.Unreadable(FailureCode.TooComplex, TooComplex(upload.Name, clock));
        }

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
    public async ValueTask<SummaryOutcome> SummarizeAsync(
        ArticleResult read, int attempt, ComputeClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(clock);
        if (read is not { Status: ArticleStatus.Succeeded, Article: { } article })
            return new SummaryOutcome.Done(read);

        var started = time.GetTimestamp();
        try
        {
            switch (await DraftAsync(article, [], clock, cancellationToken).ConfigureAwait(false))
            {
                case EngineOutcome.Waiting(var reason, var delay):
                    return new SummaryOutcome.Waiting(reason, delay);
                case EngineOutcome.Failed(var code, var message, var report):
                    return Done(Failed(read with { Engine = report }, code, message, attempt), started);
                case EngineOutcome.Drafted(var draft):
                    return await GroundAsync(read, article, draft, attempt, started, clock, cancellationToken).ConfigureAwait(false);
                case var other:
                    throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
            }
        }
        catch (ComputeLimitException)
        {
            return TooComplex(read, attempt, started, clock);
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
        ArticleResult result, Article article, Draft draft, int attempt, long started, ComputeClock clock, CancellationToken cancellationToken)
    {
        // A reply that is paid for is made use of, whoever is stopping; another one is not asked for.
        var grounding = engine.CostsMoney ? CancellationToken.None : cancellationToken;
        var report = draft.Engine;
        try
        {
            // What a model says is held against a reading that no words in the article can sway.
            var second = engine.CostsMoney && draft.Stances.Count > 0 ? DraftEmbedded(article, clock, grounding).Stances : [];
            var grounded = Ground(article, draft, second, clock, grounding);
            if (grounded.Summary is null && engine.CostsMoney && !report.Fallback)
            {
                var first = grounded;
                switch (await DraftAsync(article, first.Rejected, clock, cancellationToken).ConfigureAwait(false))
                {
                    case EngineOutcome.Waiting(var reason, var delay):
                        return new SummaryOutcome.Waiting(reason, delay);
                    case EngineOutcome.Failed(_, _, var spent):
                        report = Sum(report, spent);
                        break;
                    case EngineOutcome.Drafted(var again):
                        report = Sum(report, again.Engine);
                        grounded = Ground(article, again, second, clock, grounding);
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
                var own = Ground(article, DraftEmbedded(article, clock, grounding), [], clock, grounding);
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
        catch (ComputeLimitException)
        {
            return TooComplex(result with { Engine = report }, attempt, started, clock);
        }
    }

    /// <summary>A model's own time is not this process's, so that the clock stands still while it is asked.</summary>
    private async ValueTask<EngineOutcome> DraftAsync(
        Article article, IReadOnlyList<Rejection> corrections, ComputeClock clock, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Engine)?.SetTag(TraceTags.Engine, engine.Identity.Name);
        var outcome = engine.CostsMoney
            ? await engine.DraftAsync(article, corrections, cancellationToken).ConfigureAwait(false)
            : await clock.RunAsync(token => engine.DraftAsync(article, corrections, token), cancellationToken).ConfigureAwait(false);
        if (outcome is EngineOutcome.FallBack(var report))
            outcome = new EngineOutcome.Drafted(
                DraftEmbedded(article, clock, cancellationToken) with { Engine = report with { Fallback = true } });
        span?.SetTag(TraceTags.Draft, outcome is EngineOutcome.Drafted ? "drafted" : outcome is EngineOutcome.Waiting ? "waiting" : "failed");
        return outcome;
    }

    private Draft DraftEmbedded(Article article, ComputeClock clock, CancellationToken cancellationToken)
        => clock.Run(token => embedded.Draft(article, token), cancellationToken);

    private GroundedDraft Ground(
        Article article, Draft draft, IReadOnlyList<DraftStance> second, ComputeClock clock, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Ground);
        var grounded = clock.Run(token => grounder.Ground(article, draft, second, token), cancellationToken);
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

    private SummaryOutcome.Done TooComplex(ArticleResult result, int attempt, long started, ComputeClock clock)
        => Done(Failed(result, FailureCode.TooComplex, TooComplex(result.Name, clock), attempt), started);

    private static string TooComplex(string name, ComputeClock clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name} took more than {clock.Limit?.TotalSeconds:0.###} s of computing; shorten or split it, or raise Articles__TimeLimitSeconds.");

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
