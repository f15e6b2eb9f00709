using System.Globalization;
using System.Security.Cryptography;
using Summarizer.Reading;
using Summarizer.Telemetry;

namespace Summarizer;

/// <summary>The steps from an upload to a grounded draft: read, draft, ground. Knows no storage.</summary>
public sealed class ArticleSummarizer(ArticleReader reader, IEngine engine, IGrounder grounder, TimeProvider time)
{
    /// <summary>The engine at work, with nothing spent.</summary>
    public EngineReport Engine => engine.Identity;

    /// <summary>All steps at once, however long they take.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="InvalidOperationException">The engine is unavailable; the message says why.</exception>
    public async ValueTask<ArticleResult> SummarizeAsync(Upload upload, string etag, CancellationToken cancellationToken)
    {
        using var clock = new ComputeClock(null, null, time);
        var read = Read(upload, etag, clock, cancellationToken);
        if (read.Reading is ArticleReading.Unreadable unreadable)
            return read.Failed(new ArticleFailure(unreadable.Code, unreadable.Message, 1), Engine, TimeSpan.Zero);
        var started = time.GetTimestamp();
        var outcome = await DraftAsync(read, clock, cancellationToken).ConfigureAwait(false);
        if (outcome is EngineOutcome.Drafted(var draft))
            outcome = await GroundAsync(read, draft, clock, cancellationToken).ConfigureAwait(false);
        var took = time.GetElapsedTime(started);
        return outcome switch
        {
            EngineOutcome.Grounded(var grounded) => read.Succeeded(grounded, took),
            EngineOutcome.Failed(var code, var message, var report) => read.Failed(new ArticleFailure(code, message, 1), report, took),
            EngineOutcome.Unavailable(var deferred, _) => throw new InvalidOperationException(deferred.Reason),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    /// <summary>Makes an article of an upload.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="etag">The version of it that was read.</param>
    /// <param name="clock">Computing time of this attempt.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public ReadArticle Read(Upload upload, string etag, ComputeClock clock, CancellationToken cancellationToken)
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

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span));
        var source = new ArticleSource(etag, sha256, upload.Content.Length, reading.ContentType, reading.Charset);
        return new ReadArticle(upload.Name, source, reading, time.GetUtcNow().UtcDateTime, time.GetElapsedTime(started));
    }

    /// <summary>Has the engine draft.</summary>
    /// <param name="read">From <see cref="Read"/>, with an article.</param>
    /// <param name="clock">Computing time of this attempt.</param>
    /// <param name="cancellationToken">Cancels the draft.</param>
    public async ValueTask<EngineOutcome> DraftAsync(ReadArticle read, ComputeClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            return await engine.TracedDraftAsync(new DraftRequest(ArticleOf(read), clock), cancellationToken).ConfigureAwait(false);
        }
        catch (ComputeLimitException)
        {
            return new EngineOutcome.Failed(FailureCode.TooComplex, TooComplex(read.Name, clock), Engine);
        }
    }

    /// <summary>Keeps of a draft what the article supports.</summary>
    /// <param name="read">From <see cref="Read"/>, with an article.</param>
    /// <param name="draft">From <see cref="DraftAsync"/>.</param>
    /// <param name="clock">Computing time of this attempt.</param>
    /// <param name="cancellationToken">Cancels the grounding.</param>
    public async ValueTask<EngineOutcome> GroundAsync(
        ReadArticle read, Draft draft, ComputeClock clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(clock);
        try
        {
            return await grounder.GroundAsync(ArticleOf(read), draft, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (ComputeLimitException e)
        {
            return new EngineOutcome.Failed(FailureCode.TooComplex, TooComplex(read.Name, clock), e.Spent ?? draft.Engine);
        }
    }

    private static Article ArticleOf(ReadArticle read)
        => read.Article ?? throw new ArgumentException($"{read.Name} was not read as an article.", nameof(read));

    private static string TooComplex(string name, ComputeClock clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name} took more than {clock.Limit?.TotalSeconds:0.###} s of computing; shorten or split it, or raise "
            + $"Articles__TimeLimitSeconds.");
}
