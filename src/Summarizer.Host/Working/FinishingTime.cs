namespace Summarizer.Host.Working;

/// <summary>The time in which articles in hand are finished when the host stops; what it does not suffice for is given back.</summary>
internal sealed class FinishingTime(TimeProvider time) : IDisposable
{
    /// <summary>Leaves the rest of 25 s for giving back claims and messages, and for the end of the process.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(18);

    private readonly CancellationTokenSource over = new();
    private ITimer? timer;

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>The host stops now.</summary>
    public void Begin() => timer ??= time.CreateTimer(_ => over.Cancel(), null, Limit, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        timer?.Dispose();
        over.Dispose();
    }
}
