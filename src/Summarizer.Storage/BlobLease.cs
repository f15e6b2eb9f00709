using Azure;
using Azure.Storage.Blobs;

namespace Summarizer.Storage;

/// <summary>A lease on one text's draft, or on being the only one at something: an empty blob, renewed while the lease is held.</summary>
/// <remarks>
/// Not a lease of the storage's own: making the blob acquires it and filling it says who paid, so that an article costs one
/// call before its draft and one after it. Every change is conditional on the version that the holder wrote last, and how old
/// a lease is goes by the storage's own clock.
/// </remarks>
internal sealed class BlobLease : IAsyncDisposable
{
    /// <summary>After this long without a renewal the lease has expired: others wait no longer for a holder that died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly ConditionalBlob blob;
    private readonly LeaseRenewal renewal;
    private ETag version;
    private bool isPaid;

    private BlobLease(ConditionalBlob blob, ETag version, TimeProvider time)
    {
        (this.blob, this.version) = (blob, version);
        renewal = new LeaseRenewal(_ => RenewAsync(), Length / 3, Length, time);
    }

    /// <summary>Cancelled when the lease is lost, so that its holder stops spending.</summary>
    public CancellationToken Lost => renewal.Lost;

    /// <summary>Acquires the lease where nobody holds it, and where its holder let it expire.</summary>
    /// <returns>Null when somebody else holds it.</returns>
    public static async Task<BlobLease?> TryAcquireAsync(BlobClient blob, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await TryAcquireAsync(blob, null, time, cancellationToken).ConfigureAwait(false) is { } first)
            return first;
        var present = await new ConditionalBlob(blob).ReadAsync(cancellationToken).ConfigureAwait(false);
        return present is null || present.Age > Length
            ? await TryAcquireAsync(blob, present?.ETag, time, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Acquires the lease over a version of its blob that has expired or says who paid before.</summary>
    /// <param name="blob">Where lease and payment are noted.</param>
    /// <param name="replaces">The version; null when there must be none.</param>
    /// <param name="time">Paces the renewal.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when somebody else was there first.</returns>
    public static async Task<BlobLease?> TryAcquireAsync(
        BlobClient blob, ETag? replaces, TimeProvider time, CancellationToken cancellationToken)
    {
        var own = new ConditionalBlob(blob);
        return await own.TryWriteAsync(BinaryData.Empty, replaces, cancellationToken).ConfigureAwait(false) is { } version
            ? new BlobLease(own, version, time)
            : null;
    }

    /// <summary>Notes who paid; the lease is over and the note stays.</summary>
    public async Task PayAsync(string name, CancellationToken cancellationToken)
    {
        await renewal.StopAsync().ConfigureAwait(false);
        if (await blob.TryWriteAsync(BinaryData.FromString(name), version, cancellationToken).ConfigureAwait(false) is { } paid)
            (version, isPaid) = (paid, true);
    }

    /// <summary>Takes a payment back whose result does not stand.</summary>
    public void Revoke() => isPaid = false;

    public async ValueTask DisposeAsync()
    {
        await renewal.DisposeAsync().ConfigureAwait(false);
        if (!isPaid)
            await ReleaseAsync().ConfigureAwait(false);
    }

    /// <summary>Also when the host is stopping: a lease that is released lets another worker start at once.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await blob.TryDeleteAsync(version, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (StorageProblem.IsFailure(e, CancellationToken.None))
        {
            // Storage is unavailable: the lease expires by itself.
        }
    }

    /// <summary>To the end, whichever caller stops: a renewal that was cut off halfway would leave the version unknown.</summary>
    private async Task<bool> RenewAsync()
    {
        if (await blob.TryWriteAsync(BinaryData.Empty, version, CancellationToken.None).ConfigureAwait(false) is not { } renewed)
            return false;
        version = renewed;
        return true;
    }
}
