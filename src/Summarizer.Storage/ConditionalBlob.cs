using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Summarizer.Storage;

/// <summary>A blob that several processes write: every write and removal names the version it is about, so that none undoes
/// another's unseen.</summary>
public sealed class ConditionalBlob(BlobClient blob)
{
    /// <summary>The content and its version; null when there is none.</summary>
    public Task<StoredBlob?> ReadAsync(CancellationToken cancellationToken) => NotFound.AsNullAsync<StoredBlob>(async () =>
    {
        var answer = await blob.DownloadContentAsync(cancellationToken).ConfigureAwait(false);
        var details = answer.Value.Details;
        return new StoredBlob(answer.Value.Content, details.ETag, answer.GetRawResponse().Headers.Date - details.LastModified);
    });

    /// <summary>Writes over a version, or where there is none; returns the new version, null when another writer was first.</summary>
    /// <param name="content">The new content.</param>
    /// <param name="replaces">The version that it replaces; null when there must be none.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <param name="options">Headers and metadata that go with it; the conditions in it are set here.</param>
    public async Task<ETag?> TryWriteAsync(
        BinaryData content, ETag? replaces, CancellationToken cancellationToken, BlobUploadOptions? options = null)
    {
        options ??= new BlobUploadOptions();
        options.Conditions = replaces is { } version
            ? new BlobRequestConditions { IfMatch = version }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            BlobContentInfo written = await blob.UploadAsync(content, options, cancellationToken).ConfigureAwait(false);
            return written.ETag;
        }
        catch (RequestFailedException e) when (IsConflict(e, replaces))
        {
            return null;
        }
    }

    /// <summary>Removes a version; false when another stands there. Where none does, services differ: look again.</summary>
    public async Task<bool> TryDeleteAsync(ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await blob.DeleteIfExistsAsync(
                DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = version }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (IsConflict(e, version))
        {
            return false;
        }
    }

    /// <summary>Only these tell of another writer; any other refusal, such as a client's lease, would not end by looking again.</summary>
    private static bool IsConflict(RequestFailedException refusal, ETag? replaces)
        => refusal.ErrorCode == BlobErrorCode.ConditionNotMet
           || refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists
           || (refusal.ErrorCode == BlobErrorCode.BlobNotFound && replaces is not null);
}

/// <param name="Age">Time since the last write, by the storage's own clock; null when it does not say.</param>
public sealed record StoredBlob(BinaryData Content, ETag ETag, TimeSpan? Age);
