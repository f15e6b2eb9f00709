namespace Summarizer.Storage;

/// <summary>Renews a lease for as long as it is held, and reports its loss.</summary>
/// <remarks>
/// A renewal that fails is tried again at the next interval: a worker that could take the lease over reaches the same storage. It is
/// lost when storage says so, or when a renewal fails and none has succeeded for longer than the lease lasts.
/// </remarks>
public sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new();
    private readonly Func<CancellationToken, Task<bool>> renew;
    private readonly TimeSpan? length;
    private readonly TimeProvider time;
    private readonly Action<Exception>? failed;

    /// <param name="renew">Renews it; false when it is another's by now. Cancelled by the stop, if it looks at its token.</param>
    /// <param name="interval">Time between renewals.</param>
    /// <param name="length">How long the lease lasts after a renewal; null when it lasts until another takes it.</param>
    /// <param name="time">Paces the renewals.</param>
    /// <param name="failed">Told of each renewal that failed; null for nobody.</param>
    public LeaseRenewal(
        Func<CancellationToken, Task<bool>> renew, TimeSpan interval, TimeSpan? length, TimeProvider time, Action<Exception>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(renew);
        (this.renew, this.length, this.time, this.failed) = (renew, length, time, failed);
        Lost = lost.Token;
        Completion = RunAsync(interval);
    }

    /// <summary>Cancelled when the lease is lost, so that its holder stops what it may do only while holding it.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Ends when the lease is lost, or the renewal was stopped.</summary>
    public Task Completion { get; }

    /// <summary>Ends the renewals; one that is on its way is waited for.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await Completion.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        stop.Dispose();
        lost.Dispose();
    }

    private async Task RunAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, time);
        var renewed = time.GetTimestamp();
        while (await NextAsync(timer).ConfigureAwait(false))
        {
            try
            {
                if (!await renew(stop.Token).ConfigureAwait(false))
                    break;
                renewed = time.GetTimestamp();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it is, such as the AggregateException of a call that was tried several times: a loop that ended
                // unheard would leave its holder in the belief that the lease is held.
                failed?.Invoke(e);
                if (time.GetElapsedTime(renewed) > length)
                    break;
            }
        }

        if (!stop.IsCancellationRequested)
            await lost.CancelAsync().ConfigureAwait(false);
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
