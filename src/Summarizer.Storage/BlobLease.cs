using Azure;
using Azure.Storage.Blobs;

namespace Summarizer.Storage;

/// <summary>The right to pay for one text's draft: an empty blob, renewed while it is held, void within 30 s of a crash.</summary>
/// <remarks>
/// Making the blob is the claim and filling it says who paid, so that an article costs one call before its draft and
/// one after it. Every change is conditional on the version that the holder wrote last, and how old a claim is goes
/// by the storage's own clock.
/// </remarks>
internal sealed class BlobLease : IAsyncDisposable
{
    /// <summary>How long others wait after the holder died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly ConditionalBlob blob;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Task renewal;
    private ETag version;
    private bool isPaid;

    private BlobLease(ConditionalBlob blob, ETag version, TimeProvider time)
    {
        (this.blob, this.version) = (blob, version);
        renewal = RenewAsync(time);
    }

    /// <summary>Cancelled when the claim could not be renewed, so that its holder stops spending.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Claims what <paramref name="blob"/> stands for.</summary>
    /// <param name="blob">Where claim and payment are noted.</param>
    /// <param name="replaces">A note that serves no longer; null when there must be none.</param>
    /// <param name="time">Paces the renewal.</param>
    /// <param name="cancellationToken">Cancels the claiming.</param>
    /// <returns>Null when somebody else was there first.</returns>
    public static async Task<BlobLease?> TryTakeAsync(
        BlobClient blob, ETag? replaces, TimeProvider time, CancellationToken cancellationToken)
    {
        var own = new ConditionalBlob(blob);
        return await own.TryWriteAsync(BinaryData.Empty, replaces, cancellationToken).ConfigureAwait(false) is { } version
            ? new BlobLease(own, version, time)
            : null;
    }

    /// <summary>Claims what nobody pays for, such as the right to be the only one at something; a dead holder's claim is taken over.</summary>
    /// <returns>Null when somebody else holds it.</returns>
    public static async Task<BlobLease?> TryTakeOverAsync(BlobClient blob, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(blob, null, time, cancellationToken).ConfigureAwait(false) is { } first)
            return first;
        var standing = await new ConditionalBlob(blob).ReadAsync(cancellationToken).ConfigureAwait(false);
        return standing is null || standing.Age > Length
            ? await TryTakeAsync(blob, standing?.ETag, time, cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>Notes who paid; the claim is over and stands for good.</summary>
    public async Task PayAsync(string name, CancellationToken cancellationToken)
    {
        await StopAsync().ConfigureAwait(false);
        if (await blob.TryWriteAsync(BinaryData.FromString(name), version, cancellationToken).ConfigureAwait(false) is { } paid)
            (version, isPaid) = (paid, true);
    }

    /// <summary>Takes a payment back whose result does not stand.</summary>
    public void Revoke() => isPaid = false;

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        if (!isPaid)
            await GiveBackAsync().ConfigureAwait(false);
        stop.Dispose();
        lost.Dispose();
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await renewal.ConfigureAwait(false);
    }

    /// <summary>Also when the host is stopping: a claim that is given back lets another worker start at once.</summary>
    private async Task GiveBackAsync()
    {
        try
        {
            await blob.TryDeleteAsync(version, CancellationToken.None).ConfigureAwait(false);
        }
        catch (RequestFailedException)
        {
            // Lost already, or storage is away: the claim runs out by itself.
        }
    }

    private async Task RenewAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Length / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                // To the end: a renewal that was cut off halfway would leave the version unknown.
                if (await blob.TryWriteAsync(BinaryData.Empty, version, CancellationToken.None).ConfigureAwait(false) is not { } renewed)
                {
                    await lost.CancelAsync().ConfigureAwait(false);
                    return;
                }

                version = renewed;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Given back, or paid.
        }
        catch (RequestFailedException)
        {
            await lost.CancelAsync().ConfigureAwait(false);
        }
    }
}
