using System.Collections.Concurrent;
using System.Threading.Channels;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Hands changes to their followers.</summary>
internal sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<ChangeSubscription, bool> followers = new();

    public bool HasFollowers => !followers.IsEmpty;

    public ChangeSubscription Subscribe()
    {
        var subscription = new ChangeSubscription(s => followers.TryRemove(s, out _));
        followers[subscription] = true;
        return subscription;
    }

    public void Tell(IReadOnlyList<CatalogChange> changes)
    {
        foreach (var follower in followers.Keys)
        {
            foreach (var change in changes)
                follower.Take(change);
        }
    }
}

/// <summary>One follower's changes, in order.</summary>
public sealed class ChangeSubscription : IDisposable
{
    /// <summary>Changes kept for a follower who reads slowly.</summary>
    private const int Room = 1_000;

    private readonly Channel<CatalogChange> line = Channel.CreateBounded<CatalogChange>(Room);
    private readonly Action<ChangeSubscription> end;

    internal ChangeSubscription(Action<ChangeSubscription> end) => this.end = end;

    /// <summary>What changed; ends when the follower read too slowly and has to look at everything anew.</summary>
    public ChannelReader<CatalogChange> Changes => line.Reader;

    public void Dispose() => end(this);

    internal void Take(CatalogChange change)
    {
        if (!line.Writer.TryWrite(change))
            line.Writer.TryComplete();
    }
}

/// <summary>What a reader sees of one article from now on.</summary>
/// <param name="Item">Null when it is gone.</param>
public sealed record CatalogChange(string Name, ArticleItem? Item);
