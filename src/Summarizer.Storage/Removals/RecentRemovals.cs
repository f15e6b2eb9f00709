namespace Summarizer.Storage.Removals;

/// <summary>What this process removed a short while ago, so that its own workers and lists know without asking storage.</summary>
public sealed class RecentRemovals(TimeProvider time)
{
    /// <summary>By then the tombstone has been looked at.</summary>
    private static readonly TimeSpan Kept = TombstoneStore.Delay * 3;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string? Version, long At)> removed = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, long At)> order = new();

    /// <summary>Whether the article was removed; a newer upload of its name does not change that.</summary>
    public bool Contains(string name)
    {
        lock (gate)
            return removed.ContainsKey(name);
    }

    /// <summary>Whether that very version of the article was removed.</summary>
    internal bool Contains(string name, string version)
    {
        lock (gate)
            return removed.TryGetValue(name, out var removal) && (removal.Version is null || removal.Version == version);
    }

    internal void Add(string name, string? version)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            removed[name] = (version, now);
            order.Enqueue((name, now));
            while (order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At, now) > Kept)
            {
                order.Dequeue();
                if (removed.TryGetValue(oldest.Name, out var removal) && removal.At == oldest.At)
                    removed.Remove(oldest.Name);
            }
        }
    }

    internal void Forget(string name)
    {
        lock (gate)
            removed.Remove(name);
    }
}
