using System.Diagnostics;
using System.Diagnostics.Metrics;
using Summarizer.Storage;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline.Telemetry;

/// <summary>What becomes of articles, in numbers: meter <c>Summarizer</c>.</summary>
public sealed class ArticleMeters : IDisposable
{
    // From one embedded article to a long one that a model reads in parts.
    private static readonly double[] DurationBounds = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 120, 300];

    // From at once to a day's backlog.
    private static readonly double[] WaitBounds = [.01, .1, .5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 21_600, 86_400];

    private readonly Meter meter;
    private readonly TimeProvider time;
    private readonly Counter<long> outcomes;
    private readonly Counter<long> rejections;
    private readonly Counter<double> cost;
    private readonly UpDownCounter<long> active;
    private readonly Histogram<double> duration;
    private readonly Histogram<double> wait;

    public ArticleMeters(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        meter = meters.Create(SummarizerMeters.Articles);
        outcomes = meter.CreateCounter<long>(
            "summarizer.article.outcomes", "{article}", "Attempts at an article, by how they ended; error.type is the code of "
                + "a named failure.");
        duration = meter.CreateHistogram(
            "summarizer.article.duration", "s", "One attempt at an article, from a worker turning to it until it ended, storage included.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBounds });
        wait = meter.CreateHistogram(
            "summarizer.article.wait", "s", "From the notice of an article (on Azure its upload) until a worker turned to it.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = WaitBounds });
        active = meter.CreateUpDownCounter<long>("summarizer.article.active", "{article}", "Articles in flight.");
        rejections = meter.CreateCounter<long>(
            "summarizer.claim.rejections", "{claim}", "Claims of an engine that the article does not support, by kind and reason.");
        cost = meter.CreateCounter<double>(
            "summarizer.article.cost", "{currency}", "What results cost that were paid for, in the currency of the configured prices.");
    }

    public void Dispose() => meter.Dispose();

    /// <summary>Begins one attempt at an article; disposing the answer ends it.</summary>
    internal ProcessingAttempt Begin(ProcessingRequest request) => new(this, request, time);

    /// <summary>A result was written.</summary>
    /// <param name="result">The result.</param>
    /// <param name="reused">Whether it was paid for, and its cost counted, before.</param>
    internal void Ended(ArticleResult result, bool reused)
    {
        var code = result.Failure?.Code.Label();
        if (code is null)
            outcomes.Add(1, new("outcome", ProcessingOutcome.Succeeded.Label()), new("engine", result.Engine.Name));
        else
            outcomes.Add(
                1, new("outcome", ProcessingOutcome.Failed.Label()), new("engine", result.Engine.Name), new(TraceTags.Error, code));
        foreach (var rejection in result.Rejected)
            rejections.Add(1, new("kind", rejection.Kind.Label()), new("reason", rejection.Reason.Label()));
        if (!reused && result.Engine.Cost is { } spent)
            cost.Add((double)spent);
        var span = Activity.Current;
        if (span is not { IsAllDataRequested: true })
            return;
        span.SetTag(TraceTags.Engine, result.Engine.Name).SetTag(TraceTags.Rejected, result.Rejected.Count);
        if (code is not null)
            span.Fail(code);
    }

    internal void Entered() => active.Add(1);

    internal void Waited(TimeSpan time) => wait.Record(Math.Max(0, time.TotalSeconds));

    internal void Left(TimeSpan took, string outcome, bool written)
    {
        active.Add(-1);
        duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        if (!written)
            outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
