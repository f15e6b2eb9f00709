using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Summarizer.Storage;

/// <summary>The container <c>results</c>.</summary>
public sealed class ResultStore(StorageAccount account)
{
    /// <summary>Metadata: the version of the article that the result was made from.</summary>
    private const string ArticleETag = "articleetag";

    /// <summary>Metadata: <c>failed</c> or <c>succeeded</c>, so that the document is served without being read.</summary>
    private const string Status = "status";

    private const string Failed = "failed";

    /// <summary>Metadata: what a list shows, as base64 of its JSON, so that a list needs no result read.</summary>
    private const string Item = "item";

    /// <summary>The result of an article; null when there is none yet.</summary>
    public async Task<StoredResult?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult download = await account.Results.GetBlobClient(ArticleName.ResultOf(name))
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

    /// <summary>What a list shows of an article's result; null when there is none yet.</summary>
    public async Task<ResultGlance?> GlanceAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await account.Results.GetBlobClient(ArticleName.ResultOf(name))
                .GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return GlanceOf(properties.Metadata);
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

    /// <summary>Writes a result on a condition; false when somebody else wrote in between.</summary>
    /// <param name="replaces">The stored result that this one replaces; null when there must be none.</param>
    internal async Task<bool> TryWriteAsync(ArticleResult result, ETag? replaces, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = new Dictionary<string, string>
            {
                [ArticleETag] = result.Source.ETag,
                [Status] = result.Status == ArticleStatus.Failed ? Failed : "succeeded",
                [Item] = Convert.ToBase64String(
                    JsonSerializer.SerializeToUtf8Bytes(ListItem.Of(result), StorageJson.Compact.ListItem)),
            },
            Conditions = replaces is { } etag
                ? new BlobRequestConditions { IfMatch = etag }
                : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(result, SummarizerJson.Readable.ArticleResult));
        try
        {
            await account.Results.GetBlobClient(ArticleName.ResultOf(result.Name))
                .UploadAsync(content, options, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
        catch (RequestFailedException e) when (e.Status == 404 && replaces is not null)
        {
            return false;
        }
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
        => await account.Results.GetBlobClient(ArticleName.ResultOf(name))
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)
            .ConfigureAwait(false);

    private static ResultGlance? GlanceOf(IDictionary<string, string> metadata)
        => Of(metadata, ArticleETag) is { } etag && Of(metadata, Item) is { } item
           && JsonSerializer.Deserialize(Convert.FromBase64String(item), StorageJson.Compact.ListItem) is { } known
            ? new ResultGlance(etag, known)
            : null;

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

/// <param name="ArticleETag">The version of the article it was made from.</param>
public sealed record ResultGlance(string ArticleETag, ListItem Item);
