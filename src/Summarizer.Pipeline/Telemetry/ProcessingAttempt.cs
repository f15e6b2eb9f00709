using System.Diagnostics;
using Summarizer.Storage;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline.Telemetry;

/// <summary>One attempt at an article: its span, and its place among the articles in flight.</summary>
internal sealed class ProcessingAttempt : IDisposable
{
    /// <summary>Storage was unavailable, or the host stopped; the article is taken up again.</summary>
    private const string Interrupted = "interrupted";

    private readonly ArticleMeters meters;
    private readonly TimeProvider time;
    private readonly DateTimeOffset takenUp;
    private readonly ProcessingRequest request;
    private readonly long started;
    private readonly Activity span;
    private ProcessingOutcome? outcome;

    public ProcessingAttempt(ArticleMeters meters, ProcessingRequest request, TimeProvider time)
    {
        (this.meters, this.request, this.time) = (meters, request, time);
        (takenUp, started) = (time.GetUtcNow(), time.GetTimestamp());
        span = ArticleTrace.Begin(request.Name, request.Observed, request.Trace, takenUp);
        if (span.IsAllDataRequested)
            span.SetTag(TraceTags.Attempt, Math.Max(1, request.Attempt));
        meters.Entered();
    }

    /// <summary>The article was loaded; how long it had waited counts once, on the first attempt at an upload.</summary>
    public void Loaded(StoredArticle article)
    {
        if (request is { ETag: null, Policy.Requeues: true })
            meters.Waited(takenUp - (request.Observed ?? article.Uploaded));
    }

    public ProcessingReport End(ProcessingReport report)
    {
        outcome = report.Outcome;
        return report;
    }

    public void Dispose()
    {
        var word = outcome?.Label() ?? Interrupted;
        meters.Left(time.GetElapsedTime(started), word, outcome is ProcessingOutcome.Succeeded or ProcessingOutcome.Failed);
        if (span.IsAllDataRequested)
            span.SetTag(TraceTags.Outcome, word);
        if (outcome is null)
            span.Fail(Interrupted);
        span.Dispose();
    }
}
