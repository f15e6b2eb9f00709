using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Summarizer.Storage;

/// <summary>The right to pay for one article's draft: a lease, renewed while it is held, void within 30 s of a crash.</summary>
internal sealed class Claim : IAsyncDisposable
{
    /// <summary>How long others wait after the holder died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly BlobClient blob;
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewal;

    private Claim(BlobClient blob, BlobLeaseClient lease, TimeProvider time)
    {
        (this.blob, this.lease) = (blob, lease);
        renewal = RenewAsync(time);
    }

    /// <summary>Cancelled when the claim could not be renewed, so that its holder stops spending.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Claims what <paramref name="blob"/> stands for; null when another worker holds it.</summary>
    public static async Task<Claim?> TryTakeAsync(BlobClient blob, TimeProvider time, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        for (var made = false; ; made = true)
        {
            try
            {
                await lease.AcquireAsync(Length, cancellationToken: cancellationToken).ConfigureAwait(false);
                return new Claim(blob, lease, time);
            }
            catch (RequestFailedException e) when (e.Status == 404 && !made)
            {
                await MakeAsync(blob, cancellationToken).ConfigureAwait(false);
            }
            catch (RequestFailedException e) when (e.Status is 404 or 409)
            {
                return null;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await renewal.ConfigureAwait(false);
        try
        {
            // Also when the host is stopping: a claim that is given back lets another worker start at once.
            await blob.DeleteIfExistsAsync(
                conditions: new BlobRequestConditions { LeaseId = lease.LeaseId }, cancellationToken: CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (RequestFailedException)
        {
            // Lost already, or storage is away: the lease runs out by itself.
        }

        stop.Dispose();
        lost.Dispose();
    }

    private static async Task MakeAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(
                BinaryData.FromBytes([]),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Another worker made it first; who gets the lease decides.
        }
    }

    private async Task RenewAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Length / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
                await lease.RenewAsync(cancellationToken: stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Given back.
        }
        catch (RequestFailedException)
        {
            await lost.CancelAsync().ConfigureAwait(false);
        }
    }
}
