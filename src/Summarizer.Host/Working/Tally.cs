using System.Collections.Concurrent;
using Summarizer.Storage;

namespace Summarizer.Host.Working;

/// <summary>How articles ended since the start; the last word on each counts.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, Processing> ends = new(StringComparer.Ordinal);

    public void Count(string name, Processing processing)
    {
        if (processing != Processing.Nothing)
            ends[name] = processing;
    }

    /// <summary>An article is gone, and with it how it ended.</summary>
    public void Forget(string name) => ends.TryRemove(name, out _);

    /// <summary>Whether an article has its result or its named failure.</summary>
    public bool IsThrough(string name)
        => ends.TryGetValue(name, out var end) && end is Processing.Succeeded or Processing.Failed;

    public bool AnyFailed => ends.Values.Contains(Processing.Failed);
}
