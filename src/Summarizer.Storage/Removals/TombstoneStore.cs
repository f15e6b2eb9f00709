using Azure.Storage.Blobs;

namespace Summarizer.Storage.Removals;

/// <summary>Notes in <c>article-work/removed</c> of articles that are being removed, so that no reader takes a late result for
/// one.</summary>
public sealed class TombstoneStore(StorageAccount account)
{
    /// <summary>When a removal is completed by any worker that receives its message: after every worker that does not check its
    /// article again.</summary>
    internal static readonly TimeSpan Delay = BlobLease.Length * 2;

    private const string Folder = "removed/";

    /// <summary>Whether an article was removed a short while ago, by any host.</summary>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
        => await Tombstone(name).ExistsAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Empty; read by its name, so that no reader needs its content.</summary>
    internal async Task WriteAsync(string name, CancellationToken cancellationToken)
        => await Tombstone(name).UploadAsync(BinaryData.FromBytes([]), overwrite: true, cancellationToken).ConfigureAwait(false);

    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
        => await Tombstone(name).DeleteIfExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);

    /// <summary>The keys of the articles that were removed a short while ago, by any host.</summary>
    internal async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in account.Work.GetBlobsAsync(prefix: Folder, cancellationToken: cancellationToken).ConfigureAwait(false))
            keys.Add(blob.Name);
        return keys;
    }

    /// <summary>The key of an article in <see cref="ListAsync"/>.</summary>
    internal static string KeyOf(string name) => Folder + ArticleName.KeyOf(name);

    private BlobClient Tombstone(string name) => account.Work.GetBlobClient(KeyOf(name));
}
