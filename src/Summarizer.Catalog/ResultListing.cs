using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Reads index entries out of the container <c>results</c>.</summary>
internal sealed class ResultListing(StorageAccount account, ResultStore results, Action<string, Exception> leftOut)
{
    /// <summary>Results looked at one by one, at once.</summary>
    private const int ParallelReads = 16;

    /// <summary>Beyond this many changed results, one listing with metadata is cheaper than reading the entry of each.</summary>
    private const int MaxReads = 100;

    /// <summary>A result of the largest article is smaller; what is larger was put there by other means.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>
    /// What stands in the container now: every blob's ETag, and the entries of those that <paramref name="known"/> lacks.
    /// </summary>
    /// <remarks>
    /// One call for each 5,000 results, and one for each that changed. Where nothing is known yet, the listing itself
    /// brings the entries along in the results' metadata.
    /// </remarks>
    public async Task<(Dictionary<string, string> ETags, Dictionary<string, ResultEntry?> Changed)> ReadAsync(
        IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        var etags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (known.Count > 0)
        {
            await foreach (var blob in ListAsync(BlobTraits.None, cancellationToken).ConfigureAwait(false))
                etags[blob.Name] = ETagOf(blob);
            var changed = etags.Where(e => known.GetValueOrDefault(e.Key) != e.Value).Select(e => e.Key).ToArray();
            if (changed.Length <= MaxReads)
                return (etags, await ReadEntriesAsync(changed, cancellationToken).ConfigureAwait(false));
            etags.Clear();
        }

        var entries = new Dictionary<string, ResultEntry?>(StringComparer.Ordinal);
        var bare = new List<string>();
        await foreach (var blob in ListAsync(BlobTraits.Metadata, cancellationToken).ConfigureAwait(false))
        {
            etags[blob.Name] = ETagOf(blob);
            if (known.GetValueOrDefault(blob.Name) == etags[blob.Name])
                continue;
            if (EntryOf(blob.Metadata) is { } entry)
                entries[blob.Name] = Own(blob.Name, entry);
            else
                bare.Add(blob.Name);
        }

        foreach (var (blob, entry) in await ReadEntriesAsync(bare, cancellationToken).ConfigureAwait(false))
            entries[blob] = entry;
        return (etags, entries);
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

    private static bool IsWhole(StanceEntry? tag)
        => tag is { Target: not null, Holder: not null, Aliases: not null } && tag.Aliases.All(a => a is not null);

    /// <summary>Null for an entry that speaks of another article than the blob's own: a copy would take that one's place.</summary>
    private static ResultEntry? Own(string blob, ResultEntry entry)
        => ArticleName.ResultOf(entry.Item.Name) == blob ? entry : null;

    private async Task<Dictionary<string, ResultEntry?>> ReadEntriesAsync(
        IReadOnlyList<string> blobs, CancellationToken cancellationToken)
    {
        var found = new ResultEntry?[blobs.Count];
        await Parallel.ForAsync(
            0, found.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await EntryAsync(blobs[i], token).ConfigureAwait(false)).ConfigureAwait(false);
        return Enumerable.Range(0, found.Length).ToDictionary(i => blobs[i], i => found[i], StringComparer.Ordinal);
    }

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

    private async IAsyncEnumerable<BlobItem> ListAsync(
        BlobTraits traits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results.GetBlobsAsync(traits, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return blob;
    }

    private static string ETagOf(BlobItem blob) => ArticleStore.Plain(blob.Properties.ETag ?? default);
}
