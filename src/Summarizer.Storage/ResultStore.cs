using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage.Index;

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

    /// <summary>Metadata: what the index keeps besides, packed; absent when it does not fit.</summary>
    internal const string Stances = "stances";

    /// <summary>The result of an article; null when there is none yet.</summary>
    public Task<StoredResult?> ReadAsync(string name, CancellationToken cancellationToken)
        => ReadBlobAsync(ArticleName.ResultOf(name), cancellationToken);

    /// <summary>The result in a blob of the container.</summary>
    public async Task<StoredResult?> ReadBlobAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await account.Results.GetBlobClient(blob)
                .DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            var metadata = download.Details.Metadata;
            return new StoredResult(
                download.Details.ETag, download.Content, Of(metadata, ArticleETag), Of(metadata, Status) == Failed);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Every result's blob name and the article's version that it was made from.</summary>
    public async IAsyncEnumerable<(string Blob, string? ArticleETag)> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (blob.Name, Of(blob.Metadata, ArticleETag));
    }

    /// <summary>As <see cref="ListAsync"/>, named failures only.</summary>
    internal async IAsyncEnumerable<(string Blob, string? ArticleETag)> ListFailedAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Results
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (Of(blob.Metadata, Status) == Failed)
                yield return (blob.Name, Of(blob.Metadata, ArticleETag));
        }
    }

    /// <summary>Writes a result on a condition; false when somebody else wrote in between.</summary>
    /// <param name="replaces">The stored result that this one replaces; null when there must be none.</param>
    internal async Task<bool> TryWriteAsync(ArticleResult result, ETag? replaces, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = MetadataOf(result),
            Conditions = replaces is { } etag
                ? new BlobRequestConditions { IfMatch = etag }
                : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(result, SummarizerJson.Readable.ArticleResult));
        try
        {
            await account.Results.GetBlobClient(ArticleName.ResultOf(result.Name))
                .UploadAsync(content, options, cancellationToken).ConfigureAwait(false);
            changes?.Tell(new StoreChange.Result(result.Name, IndexEntry.Of(result)));
            return true;
        }
        catch (RequestFailedException e) when (IsOvertaken(e, replaces))
        {
            return false;
        }
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var deleted = await account.Results.GetBlobClient(ArticleName.ResultOf(name))
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        changes?.Tell(new StoreChange.Result(name, null));
        return deleted;
    }

    /// <summary>All that is known of a result without reading it; written with it in one call, and so never apart from it.</summary>
    internal static Dictionary<string, string> MetadataOf(ArticleResult result)
    {
        var metadata = new Dictionary<string, string>
        {
            [ArticleETag] = result.Source.ETag,
            [Status] = result.Status == ArticleStatus.Failed ? Failed : "succeeded",
            [Item] = Convert.ToBase64String(
                JsonSerializer.SerializeToUtf8Bytes(ListItem.Of(result), StorageJson.Compact.ListItem)),
        };
        var taken = metadata.Sum(m => m.Key.Length + m.Value.Length) + Stances.Length;
        if (IndexCodec.Write(IndexMetadata.Of(result), taken) is { } stances)
            metadata[Stances] = stances;
        return metadata;
    }

    /// <summary>Only these tell of another writer; any other refusal, such as a lease by other hands, would not end by looking again.</summary>
    private static bool IsOvertaken(RequestFailedException refusal, ETag? replaces)
        => refusal.ErrorCode == BlobErrorCode.ConditionNotMet
           || refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists
           || (refusal.ErrorCode == BlobErrorCode.BlobNotFound && replaces is not null);

    private static string? Of(IDictionary<string, string> metadata, string key)
        => metadata.TryGetValue(key, out var value) ? value : null;
}

/// <param name="ETag">Of the result's blob.</param>
/// <param name="Json">The document, UTF-8.</param>
/// <param name="ArticleETag">The version of the article it was made from; null when it was written by other hands.</param>
/// <param name="IsFailure">Whether it is a named failure.</param>
public sealed record StoredResult(ETag ETag, BinaryData Json, string? ArticleETag, bool IsFailure)
{
    /// <summary>The document, read; null when it is none of ours.</summary>
    public ArticleResult? Parse()
    {
        try
        {
            return JsonSerializer.Deserialize(Json, SummarizerJson.Readable.ArticleResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
