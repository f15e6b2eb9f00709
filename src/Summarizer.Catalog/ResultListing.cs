using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Reads the entries of results out of the container <c>results</c>.</summary>
internal sealed class ResultListing(StorageAccount account, ResultStore results, Action<string, Exception> leftOut)
{
    /// <summary>Results looked at one by one, at once.</summary>
    private const int ParallelReads = 16;

    /// <summary>Beyond this many changed results, one listing with metadata is cheaper than reading the entry of each.</summary>
    public const int MaxReads = 100;

    /// <summary>A result of the largest article is smaller; what is larger was put there by other means.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Every blob with its ETag; one call for each 5,000.</summary>
    public async IAsyncEnumerable<(string Blob, string ETag)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (blob.Name, ETagOf(blob));
    }

    /// <summary>
    /// As <see cref="ListAsync"/>, with the entry that a result's metadata has; null where that lacks something, and the result itself
    /// must be read.
    /// </summary>
    public async IAsyncEnumerable<(string Blob, string ETag, ResultEntry? Entry)> ListEntriesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (blob.Name, ETagOf(blob), EntryOf(blob.Metadata));
    }

    /// <summary>The entry in a result's metadata; null when it lacks something, and the result itself must be read.</summary>
    public static ResultEntry? EntryOf(IDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(ResultStore.ArticleETag, out var etag)
            || !metadata.TryGetValue(ResultStore.Item, out var packed)
            || !metadata.TryGetValue(ResultStore.Stances, out var stances)
            || EntryCodec.Read(stances) is not { } known)
            return null;
        try
        {
            return JsonSerializer.Deserialize(Convert.FromBase64String(packed), StorageJson.Compact.ListItem) is { Name: not null } item
                   && known.Stances is not null && known.Stances.All(IsWhole)
                ? ResultEntry.From(item, etag, known)
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Null for an entry that speaks of another article than the blob's own: a copy would take that one's place.</summary>
    public static ResultEntry? Own(string blob, ResultEntry? entry)
        => entry is not null && ArticleName.ResultOf(entry.Item.Name) == blob ? entry : null;

    /// <summary>The entries of results, one call or two for each; null for what is no result, or is gone.</summary>
    public async Task<IReadOnlyList<ResultEntry?>> ReadEntriesAsync(IReadOnlyList<string> blobs, CancellationToken cancellationToken)
    {
        var found = new ResultEntry?[blobs.Count];
        await Parallel.ForAsync(
            0, found.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await EntryAsync(blobs[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return found;
    }

    private static bool IsWhole(StanceEntry? tag)
        => tag is { Target: not null, Holder: not null, Aliases: not null } && tag.Aliases.All(a => a is not null);

    private async Task<ResultEntry?> EntryAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            return await NotFound.AsNullAsync(() => ReadEntryAsync(blob, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or AggregateException)
                                  && e is not RequestFailedException { Status: 0 or >= 500 })
        {
            // Storage answers: it is this blob that is odd.
            leftOut(blob, e);
            return null;
        }
    }

    private async Task<ResultEntry?> ReadEntryAsync(string blob, CancellationToken cancellationToken)
    {
        BlobProperties properties = await account.Results.GetBlobClient(blob)
            .GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        if (EntryOf(properties.Metadata) is { } entry)
            return Own(blob, entry);
        return properties.ContentLength is > 0 and <= MaxBytes
               && (await results.ReadBlobAsync(blob, cancellationToken).ConfigureAwait(false))?.Parse() is { } result
            ? Own(blob, ResultEntry.From(result))
            : null;
    }

    private static string ETagOf(BlobItem blob) => ArticleStore.Plain(blob.Properties.ETag ?? default);
}
