using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Summarizer.Storage.Index;
using Summarizer.Telemetry;

namespace Summarizer.Storage;

/// <summary>The container <c>articles</c>.</summary>
public sealed class ArticleStore(
    StorageAccount account, IOptions<ArticlesOptions> options, StoreChanges? changes = null, HostIdentity? host = null)
{
    /// <summary>Metadata: the host that took the upload in and starts on it at once, so that the others leave it alone.</summary>
    private const string Host = "host";

    /// <summary>Reads an article in one call; one that is too large is not read beyond its headers.</summary>
    internal async Task<StoredArticle?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Read);
        try
        {
            using BlobDownloadStreamingResult download = await account.Articles.GetBlobClient(name)
                .DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var (etag, length) = (Plain(download.Details.ETag), download.Details.ContentLength);
            var uploaded = download.Details.LastModified;
            span?.SetTag(TraceTags.Bytes, length);
            if (length > options.Value.MaxBytes)
                return new StoredArticle(etag, length, null, uploaded);
            var content = new byte[length];
            await download.Content.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
            return new StoredArticle(etag, length, new Upload(name, content, download.Details.ContentType), uploaded);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The version of an article that stands there now; null when there is none.</summary>
    public async Task<string?> ETagAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await account.Articles.GetBlobClient(name)
                .GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return Plain(properties.Value.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Stores an upload and returns its version.</summary>
    public async Task<string> WriteAsync(
        string name, ReadOnlyMemory<byte> content, string? contentType, CancellationToken cancellationToken)
    {
        BlobContentInfo info = await account.Articles.GetBlobClient(name).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
                Metadata = host is null ? null : new Dictionary<string, string> { [Host] = host.Id },
            },
            cancellationToken).ConfigureAwait(false);
        changes?.Tell(new StoreChange.Article(name, Plain(info.ETag)));
        return Plain(info.ETag);
    }

    /// <summary>Removes an article; false when there was none.</summary>
    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var deleted = await account.Articles.GetBlobClient(name)
            .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        changes?.Tell(new StoreChange.Article(name, null));
        return deleted;
    }

    /// <summary>Every article with its version, in the storage's order.</summary>
    public async IAsyncEnumerable<ArticleVersion> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return Version(blob);
    }

    /// <summary>Every article whose name begins so, with its bytes, in the storage's order.</summary>
    internal async IAsyncEnumerable<(ArticleVersion Article, long Bytes)> ListSizesAsync(
        string? prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles
            .GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (new ArticleVersion(blob.Name, Plain(blob.Properties.ETag ?? default)), blob.Properties.ContentLength ?? 0);
    }

    /// <summary>As <see cref="ListAsync"/>, each with the host that took it in; a little dearer.</summary>
    public async IAsyncEnumerable<(ArticleVersion Article, string? Host)> ListWithHostsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            blob.Metadata.TryGetValue(Host, out var taker);
            yield return (Version(blob), taker);
        }
    }

    private static ArticleVersion Version(BlobItem blob)
        => new(blob.Name, Plain(blob.Properties.ETag ?? default)) { Bytes = blob.Properties.ContentLength ?? 0 };

    /// <summary>An ETag without its quotation marks, as results carry it.</summary>
    internal static string Plain(ETag etag) => etag.ToString().Trim('"');
}

/// <param name="Upload">Null when it is too large to be read.</param>
/// <param name="Uploaded">By the storage's clock, in whole seconds.</param>
internal sealed record StoredArticle(string ETag, long Bytes, Upload? Upload, DateTimeOffset Uploaded);

/// <param name="ETag">Without quotation marks.</param>
public readonly record struct ArticleVersion(string Name, string ETag)
{
    /// <summary>Length of the upload.</summary>
    public long Bytes { get; init; }
}
