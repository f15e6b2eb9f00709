namespace Summarizer.Host.Intake;

/// <summary>The time in which articles in flight are finished when the host stops; what it does not suffice for is released.</summary>
internal sealed class DrainTimeout : IDisposable
{
    /// <summary>Leaves the rest of 25 s for releasing leases and messages, and for the end of the process.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(18);

    private readonly TimeProvider time;
    private readonly CancellationTokenSource over;
    private ITimer? timer;

    public DrainTimeout(TimeProvider time)
    {
        (this.time, over) = (time, new CancellationTokenSource());
        Over = over.Token;
    }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Over { get; }

    /// <summary>The host stops now.</summary>
    public void Begin() => timer ??= time.CreateTimer(_ => End(), null, Limit, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        timer?.Dispose();
        over.Dispose();
    }

    private void End()
    {
        try
        {
            over.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // Everything was finished in time, just now.
        }
    }
}
