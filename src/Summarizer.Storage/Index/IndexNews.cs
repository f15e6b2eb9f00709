using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Summarizer.Storage.Index;

/// <summary>Hands changes to whoever follows them.</summary>
internal sealed class IndexNews
{
    private readonly ConcurrentDictionary<IndexSubscription, bool> followers = new();

    public IndexSubscription Subscribe()
    {
        var subscription = new IndexSubscription(s => followers.TryRemove(s, out _));
        followers[subscription] = true;
        return subscription;
    }

    public void Tell(IReadOnlyList<IndexChange> changes)
    {
        foreach (var follower in followers.Keys)
        {
            foreach (var change in changes)
                follower.Take(change);
        }
    }
}

/// <summary>One follower's changes, in order.</summary>
public sealed class IndexSubscription : IDisposable
{
    /// <summary>Changes kept for a follower who reads slowly.</summary>
    private const int Room = 1_000;

    private readonly Channel<IndexChange> line = Channel.CreateBounded<IndexChange>(Room);
    private readonly Action<IndexSubscription> end;

    internal IndexSubscription(Action<IndexSubscription> end) => this.end = end;

    /// <summary>What changed; ends when the follower read too slowly and has to look at everything anew.</summary>
    public ChannelReader<IndexChange> Changes => line.Reader;

    public void Dispose() => end(this);

    internal void Take(IndexChange change)
    {
        if (!line.Writer.TryWrite(change))
            line.Writer.TryComplete();
    }
}

/// <summary>What a reader sees of one article from now on.</summary>
/// <param name="Item">Null when it is gone.</param>
public sealed record IndexChange(string Name, ListItem? Item);
