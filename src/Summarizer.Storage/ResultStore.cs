using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage.Entries;

namespace Summarizer.Storage;

/// <summary>The container <c>results</c>.</summary>
public sealed class ResultStore(StorageAccount account, StoreChanges? changes = null)
{
    /// <summary>Metadata: the version of the article that the result was made from.</summary>
    internal const string ArticleETag = "articleetag";

    /// <summary>Metadata: <c>failed</c> or <c>succeeded</c>, so that the document is served without being read.</summary>
    private const string Status = "status";

    private const string Failed = "failed";

    /// <summary>Metadata: what a list shows, as base64 of its JSON, so that a list needs no result read.</summary>
    internal const string Item = "item";

    /// <summary>Larger than any result: what is put there by other means is not read into memory.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>Metadata: what the index keeps besides, packed; absent when it does not fit.</summary>
    internal const string Stances = "stances";

    /// <summary>How long a write goes on after it was cancelled, in case the service has it already.</summary>
    private static readonly TimeSpan WriteGrace = TimeSpan.FromSeconds(5);

    /// <summary>The result of an article; null when there is none yet.</summary>
    public Task<StoredResult?> ReadAsync(string name, CancellationToken cancellationToken)
        => ReadBlobAsync(ArticleName.ResultOf(name), cancellationToken);

    /// <summary>The result in a blob of the container.</summary>
    public Task<StoredResult?> ReadBlobAsync(string blob, CancellationToken cancellationToken)
        => NotFound.AsNullAsync<StoredResult>(async () =>
        {
            using BlobDownloadStreamingResult download = await account.Results.GetBlobClient(blob)
                .DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var (details, content) = (download.Details, BinaryData.FromBytes([]));
            if (details.ContentLength <= MaxBytes)
                content = await BinaryData.FromStreamAsync(download.Content, cancellationToken).ConfigureAwait(false);
            var failed = ValueOf(details.Metadata, Status) == Failed;
            return new StoredResult(details.ETag, content, ValueOf(details.Metadata, ArticleETag), failed);
        });

    /// <summary>Every result's blob name and the article's version that it was made from.</summary>
    public async IAsyncEnumerable<(string Blob, string? ArticleETag)> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (blob.Name, ValueOf(blob.Metadata, ArticleETag));
    }

    /// <summary>As <see cref="ListAsync"/>, named failures only.</summary>
    internal async IAsyncEnumerable<(string Blob, string? ArticleETag)> ListFailedAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (ValueOf(blob.Metadata, Status) == Failed)
                yield return (blob.Name, ValueOf(blob.Metadata, ArticleETag));
        }
    }

    /// <summary>Writes a result on a condition; false when somebody else wrote in between.</summary>
    /// <param name="replaces">The stored result that this one replaces; null when there must be none.</param>
    /// <param name="cancellationToken">Cancels the write, unless it is over within <see cref="WriteGrace"/>.</param>
    /// <remarks>
    /// A call that is cut off on its way may still be carried out, after the worker that removes the article has looked: so the one that
    /// waits for this method to end knows what stands there.
    /// </remarks>
    internal async Task<bool> TryWriteAsync(ArticleResult result, ETag? replaces, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var going = new CancellationTokenSource();
        await using var grace = cancellationToken.Register(() => going.CancelAfter(WriteGrace)).ConfigureAwait(false);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = MetadataOf(result),
        };
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(result, SummarizerJson.Readable.ArticleResult));
        if (await BlobOf(result.Name).TryWriteAsync(content, replaces, going.Token, options).ConfigureAwait(false) is not { } etag)
            return false;
        changes?.Tell(new StoreChange.Result(result.Name, ResultEntry.From(result), ArticleStore.Plain(etag), result.Article?.Text));
        return true;
    }

    /// <summary>The version of a result, and the version of the article that it was made from; null when there is none.</summary>
    internal Task<(ETag ETag, string? ArticleETag)?> VersionAsync(string name, CancellationToken cancellationToken)
        => NotFound.AsNullAsync<(ETag, string?)?>(async () =>
        {
            BlobProperties properties = await account.Results.GetBlobClient(ArticleName.ResultOf(name))
                .GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return (properties.ETag, ValueOf(properties.Metadata, ArticleETag));
        });

    /// <summary>Removes one version of a result; false when another stands there.</summary>
    internal async Task<bool> TryDeleteAsync(string name, ETag version, CancellationToken cancellationToken)
    {
        if (!await BlobOf(name).TryDeleteAsync(version, cancellationToken).ConfigureAwait(false))
            return false;
        changes?.Tell(new StoreChange.Result(name, null));
        return true;
    }

    /// <summary>All that is known of a result without reading it; written with it in one call, and so never apart from it.</summary>
    internal static Dictionary<string, string> MetadataOf(ArticleResult result)
    {
        var metadata = new Dictionary<string, string>
        {
            [ArticleETag] = result.Source.ETag,
            [Status] = result.Status == ArticleStatus.Failed ? Failed : "succeeded",
        };
        var item = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(ListItem.From(result), StorageJson.Compact.ListItem));
        var taken = metadata.Sum(m => m.Key.Length + m.Value.Length) + Item.Length + item.Length;
        // A name of a thousand emoji fills the room alone; readers then turn to the result itself.
        if (taken > EntryCodec.Room)
            return metadata;
        metadata[Item] = item;
        if (EntryCodec.Write(EntryMetadata.From(result), taken + Stances.Length) is { } stances)
            metadata[Stances] = stances;
        return metadata;
    }

    private ConditionalBlob BlobOf(string name) => new(account.Results.GetBlobClient(ArticleName.ResultOf(name)));

    private static string? ValueOf(IDictionary<string, string> metadata, string key)
        => metadata.TryGetValue(key, out var value) ? value : null;
}

/// <param name="ETag">Of the result's blob.</param>
/// <param name="Json">The document, UTF-8.</param>
/// <param name="ArticleETag">The version of the article it was made from; null when another program wrote it.</param>
/// <param name="IsFailure">Whether it is a named failure.</param>
public sealed record StoredResult(ETag ETag, BinaryData Json, string? ArticleETag, bool IsFailure)
{
    /// <summary>The document, read; null when it is not recognised.</summary>
    public ArticleResult? Parse()
    {
        try
        {
            return JsonSerializer.Deserialize(Json, SummarizerJson.Readable.ArticleResult);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
