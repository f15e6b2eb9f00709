namespace Summarizer.Pipeline;

/// <summary>How one attempt at an article ended.</summary>
public enum ProcessingOutcome
{
    /// <summary>The article is gone, replaced, or another worker's.</summary>
    Nothing,
    Succeeded,
    Failed,
    Waiting,
}

/// <summary>How one attempt at an article ended, and what it cost.</summary>
internal sealed record ProcessingReport(ProcessingOutcome Outcome)
{
    public static readonly ProcessingReport Nothing = new(ProcessingOutcome.Nothing);

    /// <summary>What the result says of its engine; null when there is none.</summary>
    public EngineReport? Engine { get; init; }

    /// <summary>Whether the result was paid for before.</summary>
    public bool Reused { get; init; }

    /// <summary>Whether a better result that stood there stays.</summary>
    public bool Kept { get; init; }

    /// <summary>Until when the article waits; null when it does not.</summary>
    public Deferred? Deferred { get; init; }

    /// <summary>The attempt that comes next, where it waits.</summary>
    public int NextAttempt { get; init; }

    /// <summary>The article waits.</summary>
    public static ProcessingReport Waiting(Deferred deferred, int nextAttempt)
        => new(ProcessingOutcome.Waiting) { Deferred = deferred, NextAttempt = nextAttempt };
}
