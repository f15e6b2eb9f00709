using System.Diagnostics;

namespace Summarizer.Telemetry;

/// <summary>The trace of an article: one span from notice to result, and one for each stage on the way.</summary>
/// <remarks>Spans carry names, sizes, counts and outcomes; never a title, a text or what a model said.</remarks>
public static class ArticleTrace
{
    /// <summary>The source of all spans.</summary>
    public const string SourceName = "Summarizer";

    /// <summary>The source of the Functions worker, whose span covers an invocation.</summary>
    public const string InvocationSource = "Microsoft.Azure.Functions.Worker";

    /// <summary>The span over all of an article's way.</summary>
    public const string Article = "article";

    /// <summary>From the notice until a worker is free.</summary>
    public const string Wait = "wait";

    /// <summary>The article's blob is fetched.</summary>
    public const string Read = "read";

    /// <summary>Bytes become an article: charset, format, boilerplate.</summary>
    public const string Parse = "parse";

    /// <summary>An engine drafts; calls of a model are spans within.</summary>
    public const string Engine = "engine";

    /// <summary>Claims are checked against the article.</summary>
    public const string Ground = "ground";

    /// <summary>The result goes to storage.</summary>
    public const string Write = "write";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The trace that the caller's work belongs to, as it travels in messages; null outside of one.</summary>
    public static string? Context => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null;

    /// <summary>Begins the span of one attempt at an article.</summary>
    /// <param name="name">The article's blob name.</param>
    /// <param name="noticed">When the article was noticed; null for now.</param>
    /// <param name="earlier">The <see cref="Context"/> of an earlier attempt, whose trace goes on; null for a new trace.</param>
    /// <param name="takenUp">When a worker turned to it.</param>
    public static Activity Begin(string name, DateTimeOffset? noticed, string? earlier, DateTimeOffset takenUp)
    {
        ActivityContext.TryParse(earlier, null, isRemote: true, out var parent);
        var span = Source.StartActivity(Article, Kind(), parent, startTime: noticed ?? takenUp);
        if (span is null)
            return Unheard(parent);
        span.SetTag(TraceTags.Name, name);
        if (noticed is { } since)
            Source.StartActivity(Wait, ActivityKind.Internal, span.Context, startTime: since)?.SetEndTime(takenUp.UtcDateTime).Dispose();
        return span;
    }

    /// <summary>Begins the span of a stage; null when nobody listens.</summary>
    public static Activity? Stage(string name) => Source.StartActivity(name);

    /// <summary>Begins the span of a call over the network; null when nobody listens.</summary>
    internal static Activity? Call(string name) => Source.StartActivity(name, ActivityKind.Client);

    /// <summary>The result, with the trace that leads to it.</summary>
    public static ArticleResult Sign(ArticleResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result with { TraceId = Activity.Current?.TraceId.ToHexString() };
    }

    /// <summary>
    /// Work that comes in is a Consumer's, which exporters show as a request; within an invocation the Functions host has
    /// reported that request.
    /// </summary>
    private static ActivityKind Kind()
    {
        for (var span = Activity.Current; span is not null; span = span.Parent)
        {
            if (span.Source.Name == InvocationSource)
                return ActivityKind.Internal;
        }

        return ActivityKind.Consumer;
    }

    /// <summary>Nobody listens: the trace has its identity all the same, for results, messages and other servers' logs.</summary>
    private static Activity Unheard(ActivityContext parent)
    {
        var span = new Activity(Article);
        if (parent != default)
            span.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return span.Start();
    }
}
