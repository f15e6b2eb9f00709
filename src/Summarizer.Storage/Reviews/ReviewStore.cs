using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;

namespace Summarizer.Storage.Reviews;

/// <summary>The container <c>reviews</c>: what people judged, never touched by a re-run.</summary>
public sealed class ReviewStore(StorageAccount account, StoreChanges? changes = null)
{
    /// <summary>Larger than any review that the API takes.</summary>
    private const long MaxBytes = 4 * 1024 * 1024;

    /// <summary>The review of an article; null when there is none.</summary>
    public Task<StoredReview?> ReadAsync(string name, CancellationToken cancellationToken)
        => ReadBlobAsync(ArticleName.ResultOf(name), cancellationToken);

    /// <summary>The review in a blob of the container; one without verdicts where the blob is not recognised.</summary>
    public Task<StoredReview?> ReadBlobAsync(string blob, CancellationToken cancellationToken)
        => NotFound.AsNullAsync<StoredReview>(async () =>
        {
            using BlobDownloadStreamingResult download = await account.Reviews.GetBlobClient(blob)
                .DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var content = download.Details.ContentLength <= MaxBytes
                ? await BinaryData.FromStreamAsync(download.Content, cancellationToken).ConfigureAwait(false)
                : BinaryData.FromBytes([]);
            return new StoredReview(Parse(content), download.Details.ETag);
        });

    /// <summary>Every review's blob with its version, in the storage's order.</summary>
    public async IAsyncEnumerable<(string Blob, ETag ETag)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Reviews.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (blob.Name, blob.Properties.ETag ?? default);
    }

    /// <summary>Writes a review over a version, or where there is none; returns the new version, null when another writer was
    /// first.</summary>
    /// <param name="name">The article.</param>
    /// <param name="review">The whole document.</param>
    /// <param name="replaces">The version that it replaces; null when there must be none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    internal async Task<ETag?> TryWriteAsync(string name, Review review, ETag? replaces, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(review, ReviewJson.Stored.Review));
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } };
        var written = await new ConditionalBlob(account.Reviews.GetBlobClient(ArticleName.ResultOf(name)))
            .TryWriteAsync(content, replaces, cancellationToken, options).ConfigureAwait(false);
        if (written is { } etag)
            changes?.Tell(new StoreChange.Judged(name, ArticleStore.Plain(etag), review));
        return written;
    }

    /// <summary>Removes a review, if there is one.</summary>
    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await account.Reviews.GetBlobClient(ArticleName.ResultOf(name))
                .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken).ConfigureAwait(false))
            changes?.Tell(new StoreChange.Judged(name, null, null));
    }

    private static Review Parse(BinaryData content)
    {
        try
        {
            var review = JsonSerializer.Deserialize(content, ReviewJson.Stored.Review);
            // Written by another program.
            return review?.Verdicts is { } verdicts && verdicts.All(v => v is not null) ? review : Review.Empty;
        }
        catch (JsonException)
        {
            return Review.Empty;
        }
    }
}

/// <param name="ETag">Of the review's blob.</param>
public sealed record StoredReview(Review Review, ETag ETag);
