using Summarizer.Pipeline.Caching;
using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>One attempt at an article that is asked of the pipeline.</summary>
/// <param name="Name">The article.</param>
/// <param name="Policy">What differs between a first run, a retry and a re-run.</param>
internal sealed record ProcessingRequest(string Name, ProcessingPolicy Policy)
{
    /// <summary>The version that was deferred; null for whichever stands there.</summary>
    public string? ETag { get; init; }

    /// <summary>From 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>When the article was noticed; null for now.</summary>
    public DateTimeOffset? Observed { get; init; }

    /// <summary>The scheduler's, to make room for others; null for none.</summary>
    public SlowNotice? Slow { get; init; }

    /// <summary>The trace of the attempt before; null for a new one.</summary>
    public string? Trace { get; init; }

    /// <summary>A deferred article whose time is up.</summary>
    public static ProcessingRequest From(RetryMessage message, SlowNotice? slow) => new(
        message.Name, message.IsRerun ? ProcessingPolicy.RerunFromQueue : ProcessingPolicy.Run)
    {
        ETag = message.ETag,
        Attempt = message.Attempt,
        Slow = slow,
        Trace = message.Trace,
    };

    /// <summary>The same of the version that stands there: one that came after the deferred one starts with all its attempts.</summary>
    public ProcessingRequest For(StoredArticle article)
        => this with { Attempt = ETag is null || ETag == article.ETag ? Math.Max(1, Attempt) : 1 };
}

/// <summary>What differs between a run of a new upload and a re-run of one that has a result.</summary>
/// <param name="Reuse">Which results that were paid for before serve.</param>
/// <param name="Replaces">Whether a standing result of the same version is replaced by one that is no worse.</param>
/// <param name="Requeues">Whether a deferred article goes into the queue; otherwise the caller waits.</param>
internal sealed record ProcessingPolicy(Reuse Reuse, bool Replaces, bool Requeues)
{
    public static readonly ProcessingPolicy Run = new(Reuse.OwnResult, Replaces: false, Requeues: true);

    public static readonly ProcessingPolicy Rerun = new(Reuse.SameSettings, Replaces: true, Requeues: false);

    /// <summary>A re-run that nobody waits for.</summary>
    public static readonly ProcessingPolicy RerunFromQueue = Rerun with { Requeues = true };

    /// <summary>A re-run that pays even for what was paid for with the very settings of now.</summary>
    public static readonly ProcessingPolicy RerunAnew = Rerun with { Reuse = Reuse.Nothing };
}
