namespace Summarizer.Tests.LanguageModel;

/// <summary>A clock that stands still until it is told to go on; waiting for it moves it, so that no test waits.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every wait that was requested and is short enough to be one: timeouts are longer.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>Timers from this length on are timeouts and never fire; nor do those that tick.</summary>
    public static TimeSpan Timeouts { get; } = TimeSpan.FromSeconds(60);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void Advance(TimeSpan time)
    {
        lock (gate)
            now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isTicking = period > TimeSpan.Zero;
        if (dueTime < TimeSpan.Zero || dueTime >= Timeouts || isTicking)
            return new Stopped();
        lock (gate)
        {
            now += dueTime;
            Waits.Add(dueTime);
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
        return new Stopped();
    }

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
