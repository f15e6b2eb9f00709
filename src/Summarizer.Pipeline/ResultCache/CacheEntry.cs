using Summarizer.Storage;

namespace Summarizer.Pipeline.Caching;

/// <summary>Which results that were paid for before serve an article.</summary>
internal enum Reuse
{
    /// <summary>The article's own, whatever the settings were; else another's with the settings of now.</summary>
    OwnResult,

    /// <summary>Any with the settings of now.</summary>
    SameSettings,

    Nothing,
}

/// <summary>What the cache says of one text: a result that serves it, the right to draft it, or that another worker does.</summary>
internal sealed class CacheEntry : IAsyncDisposable
{
    private readonly BlobLease? lease;

    private CacheEntry(ArticleResult? result, BlobLease? lease, bool isTaken)
        => (Result, this.lease, IsTaken) = (result, lease, isTaken);

    /// <summary>Of a text that may be drafted without a lease.</summary>
    public static CacheEntry None { get; } = new(null, null, false);

    /// <summary>Of a text that another worker drafts.</summary>
    public static CacheEntry Taken { get; } = new(null, null, true);

    /// <summary>The result that was paid for; null when there is none.</summary>
    public ArticleResult? Result { get; }

    /// <summary>Whether another worker drafts the text.</summary>
    public bool IsTaken { get; }

    /// <summary>Whether the text is this worker's to pay for.</summary>
    public bool IsLeased => lease is not null;

    /// <summary>Cancelled when the lease could not be renewed, so that its holder stops spending.</summary>
    public CancellationToken Lost => lease?.Lost ?? CancellationToken.None;

    public static CacheEntry Hit(ArticleResult result, BlobLease? lease) => new(result, lease, false);

    /// <param name="lease">Null when another worker was there first.</param>
    public static CacheEntry Miss(BlobLease? lease) => lease is null ? Taken : new CacheEntry(null, lease, false);

    /// <summary>Notes that a result was paid for, unless it is another's or a stand-in's.</summary>
    public Task PayAsync(ArticleResult result, CancellationToken cancellationToken)
        => lease is not null && result is { Status: ArticleStatus.Succeeded, Engine: { Fallback: false, ReusedFrom: null } }
            ? lease.PayAsync(result.Name, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Takes a payment back whose result does not stand.</summary>
    public void Revoke() => lease?.Revoke();

    public ValueTask DisposeAsync() => lease?.DisposeAsync() ?? ValueTask.CompletedTask;
}
