using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Summarizer.Telemetry;

namespace Summarizer.Storage;

/// <summary>The container <c>articles</c>.</summary>
public sealed class ArticleStore(
    StorageAccount account, IOptions<ArticlesOptions> options, StoreChanges? changes = null, HostIdentity? host = null)
{
    /// <summary>Metadata: the host that took the upload in and starts on it at once, so that the others leave it alone.</summary>
    private const string Host = "host";

    /// <summary>Reads an article in one call; one that is too large is not read beyond its headers, one of a bad name not at all.</summary>
    internal async Task<StoredArticle?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        if (!ArticleName.IsValid(name, out _))
            return await FindAsync(name, cancellationToken).ConfigureAwait(false);
        using var span = ArticleTrace.Stage(ArticleTrace.Read);
        return await NotFound.AsNullAsync<StoredArticle>(async () =>
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
        }).ConfigureAwait(false);
    }

    /// <summary>Opens an article as it was uploaded, of whatever size; null when there is none.</summary>
    public async Task<OpenedUpload?> OpenAsync(string name, CancellationToken cancellationToken)
        => ArticleName.IsValid(name, out _)
            ? await NotFound.AsNullAsync<OpenedUpload>(async () =>
            {
                BlobDownloadStreamingResult download = await account.Articles.GetBlobClient(name)
                    .DownloadStreamingAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                return new OpenedUpload(download.Content, Plain(download.Details.ETag), download.Details.ContentLength);
            }).ConfigureAwait(false)
            : null;

    /// <summary>The version of an article that stands there now; null when there is none.</summary>
    public async Task<string?> ETagAsync(string name, CancellationToken cancellationToken)
    {
        if (!ArticleName.IsValid(name, out _))
            return (await FindAsync(name, cancellationToken).ConfigureAwait(false))?.ETag;
        return await NotFound.AsNullAsync<string>(async () =>
        {
            var properties = await account.Articles.GetBlobClient(name)
                .GetPropertiesAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return Plain(properties.Value.ETag);
        }).ConfigureAwait(false);
    }

    /// <summary>An article whose name no address can carry, unread: clients resolve dot segments and drop slashes at the end.</summary>
    private async Task<StoredArticle?> FindAsync(string name, CancellationToken cancellationToken)
    {
        // Of all names that begin so, the listing puts the very name first.
        await foreach (var blob in account.Articles.GetBlobsAsync(prefix: name, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            return blob.Name == name
                ? new StoredArticle(Version(blob), blob.Properties.ContentLength ?? 0, null, blob.Properties.LastModified ?? default)
                : null;
        }

        return null;
    }

    /// <summary>Stores an upload and returns its version.</summary>
    public async Task<string> WriteAsync(
        string name, ReadOnlyMemory<byte> content, string? contentType, CancellationToken cancellationToken)
    {
        BlobContentInfo info = await account.Articles.GetBlobClient(name)
            .UploadAsync(BinaryData.FromBytes(content), OptionsOf(contentType), cancellationToken).ConfigureAwait(false);
        return Written(name, info.ETag);
    }

    /// <summary>Stores an upload over the version that is named, or where there is none; null when something else stands there.</summary>
    /// <param name="name">The article.</param>
    /// <param name="content">The upload.</param>
    /// <param name="contentType">As declared.</param>
    /// <param name="replaces">The version; null for none.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    internal async Task<string?> TryWriteAsync(
        string name, ReadOnlyMemory<byte> content, string? contentType, string? replaces, CancellationToken cancellationToken)
        => await BlobOf(name)
            .TryWriteAsync(
                BinaryData.FromBytes(content), replaces is null ? null : Quoted(replaces), cancellationToken, OptionsOf(contentType))
            .ConfigureAwait(false) is { } etag
            ? Written(name, etag)
            : null;

    /// <summary>Removes one version of an article; false when another stands there. None at all is as good as removed.</summary>
    internal async Task<bool> DeleteAsync(string name, string version, CancellationToken cancellationToken)
    {
        if (!await BlobOf(name).TryDeleteAsync(Quoted(version), cancellationToken).ConfigureAwait(false))
            return false;
        changes?.Tell(new StoreChange.Article(name, null));
        return true;
    }

    /// <summary>Every article with its version, in the storage's order.</summary>
    public async IAsyncEnumerable<ArticleVersion> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles.GetBlobsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return VersionOf(blob);
    }

    /// <summary>Every article whose name begins so, with its bytes, in the storage's order.</summary>
    internal async IAsyncEnumerable<(ArticleVersion Article, long Bytes)> ListSizesAsync(
        string? prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles
            .GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken).ConfigureAwait(false))
            yield return (new ArticleVersion(blob.Name, Plain(blob.Properties.ETag ?? default)), blob.Properties.ContentLength ?? 0);
    }

    /// <summary>As <see cref="ListAsync"/>, each with the host that took it in; at a little more cost.</summary>
    public async IAsyncEnumerable<(ArticleVersion Article, string? Host)> ListWithHostsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in account.Articles
            .GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            blob.Metadata.TryGetValue(Host, out var acceptedBy);
            yield return (VersionOf(blob), acceptedBy);
        }
    }

    private ConditionalBlob BlobOf(string name) => new(account.Articles.GetBlobClient(name));

    private BlobUploadOptions OptionsOf(string? contentType) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        Metadata = host is null ? null : new Dictionary<string, string> { [Host] = host.Id },
    };

    private string Written(string name, ETag etag)
    {
        changes?.Tell(new StoreChange.Article(name, Plain(etag)));
        return Plain(etag);
    }

    private static string Version(BlobItem blob) => Plain(blob.Properties.ETag ?? default);

    private static ETag Quoted(string version) => new($"\"{version}\"");

    private static ArticleVersion VersionOf(BlobItem blob)
        => new(blob.Name, Plain(blob.Properties.ETag ?? default)) { Bytes = blob.Properties.ContentLength ?? 0 };

    /// <summary>An ETag without its quotation marks, as results carry it.</summary>
    internal static string Plain(ETag etag) => etag.ToString().Trim('"');
}

/// <param name="Upload">Null when it is too large to be read, or cannot be by its name.</param>
/// <param name="Uploaded">By the storage's clock, in whole seconds.</param>
internal sealed record StoredArticle(string ETag, long Bytes, Upload? Upload, DateTimeOffset Uploaded);

/// <summary>An upload whose content is read from storage as it is asked for; dispose it.</summary>
/// <param name="ETag">Without quotation marks.</param>
/// <param name="Bytes">Length of the content.</param>
public sealed record OpenedUpload(Stream Content, string ETag, long Bytes) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <param name="ETag">Without quotation marks.</param>
public readonly record struct ArticleVersion(string Name, string ETag)
{
    /// <summary>Length of the upload.</summary>
    public long Bytes { get; init; }
}
