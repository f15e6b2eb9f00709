using System.Collections.Concurrent;
using Summarizer.Pipeline;

namespace Summarizer.Host.Intake;

/// <summary>How articles ended since the start; the last word on each counts.</summary>
internal sealed class OutcomeTracker
{
    private readonly ConcurrentDictionary<string, ProcessingOutcome> ends = new(StringComparer.Ordinal);

    public void Count(string name, ProcessingOutcome processing)
    {
        if (processing != ProcessingOutcome.Nothing)
            ends[name] = processing;
    }

    /// <summary>An article is gone, and with it how it ended.</summary>
    public void Forget(string name) => ends.TryRemove(name, out _);

    /// <summary>Whether an article has its result or its named failure.</summary>
    public bool HasEnded(string name)
        => ends.TryGetValue(name, out var end) && end is ProcessingOutcome.Succeeded or ProcessingOutcome.Failed;

    public bool AnyFailed => ends.Values.Contains(ProcessingOutcome.Failed);
}
