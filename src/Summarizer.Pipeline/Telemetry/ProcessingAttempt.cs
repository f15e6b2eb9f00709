using System.Diagnostics;
using Summarizer.Storage;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline.Telemetry;

/// <summary>One go at an article: its span, and its place among the articles in hand.</summary>
internal sealed class ProcessingAttempt : IDisposable
{
    /// <summary>Storage was away, or the host stopped; the article is taken up again.</summary>
    private const string Interrupted = "interrupted";

    private readonly ArticleMeters meters;
    private readonly TimeProvider time;
    private readonly DateTimeOffset takenUp;
    private readonly DateTimeOffset? noticed;
    private readonly long started;
    private readonly Activity span;
    private ProcessingOutcome? outcome;

    public ProcessingAttempt(ArticleMeters meters, RetryMessage visit, DateTimeOffset? noticed, TimeProvider time)
    {
        (this.meters, this.noticed, this.time) = (meters, noticed, time);
        (takenUp, started) = (time.GetUtcNow(), time.GetTimestamp());
        span = ArticleTrace.Begin(visit.Name, noticed, visit.Trace, takenUp);
        if (span.IsAllDataRequested)
            span.SetTag(TraceTags.Attempt, Math.Max(1, visit.Attempt));
        meters.Entered();
    }

    /// <summary>The article's first go has read it.</summary>
    public void FirstRead(StoredArticle article) => meters.Waited(takenUp - (noticed ?? article.Uploaded));

    public ProcessingOutcome End(ProcessingOutcome processing)
    {
        outcome = processing;
        return processing;
    }

    public void Dispose()
    {
        var word = outcome?.Word() ?? Interrupted;
        meters.Left(time.GetElapsedTime(started), word, outcome is ProcessingOutcome.Succeeded or ProcessingOutcome.Failed);
        if (span.IsAllDataRequested)
            span.SetTag(TraceTags.Outcome, word);
        if (outcome is null)
            span.Fail(Interrupted);
        span.Dispose();
    }
}
