namespace Summarizer;

/// <summary>The computing time of one attempt at an article: it runs while a stage computes, and stands still while a model or
/// storage is waited for.</summary>
/// <remarks>A text can cost far more than its length suggests, so that only time tells. Beyond the limit the article is too
/// complex, which is a named failure and neither a stop nor a withdrawal; before that, <see cref="SlowNotice"/> lets a
/// scheduler make room for others. A stage that does not look at its token is found out when it returns.</remarks>
public sealed class ComputeClock : IDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource limitReached = new();
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly SlowNotice? slow;
    private TimeSpan? tellAt;
    private TimeSpan before;
    private long? since;

    /// <param name="limit">Computing time of one attempt; null for no limit.</param>
    /// <param name="slow">Who is told before that; null for nobody.</param>
    /// <param name="time">Measures it.</param>
    public ComputeClock(TimeSpan? limit, SlowNotice? slow, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (Limit, this.slow, this.time, tellAt) = (limit, slow, time, slow?.After);
        timer = time.CreateTimer(static clock => ((ComputeClock)clock!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Null for none.</summary>
    public TimeSpan? Limit { get; }

    private bool IsOver => Limit is { } limit && Spent >= limit;

    private TimeSpan Spent
    {
        get
        {
            lock (gate)
                return since is { } started ? before + time.GetElapsedTime(started) : before;
        }
    }

    /// <summary>Runs a stage on the clock.</summary>
    /// <exception cref="ComputeLimitException">The limit is reached.</exception>
    public T Run<T>(Func<CancellationToken, T> stage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stage);
#pragma warning disable RS0030 // Nothing is awaited on the way: the task is over when it is returned, and nothing blocks.
        return RunAsync(token => new ValueTask<T>(stage(token)), cancellationToken).GetAwaiter().GetResult();
#pragma warning restore RS0030
    }

    /// <inheritdoc cref="Run"/>
    public async Task<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> stage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stage);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limitReached.Token);
        Start();
        try
        {
            var made = await stage(either.Token).ConfigureAwait(false);
            return IsOver ? throw new ComputeLimitException() : made;
        }
        catch (OperationCanceledException) when (IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw new ComputeLimitException();
        }
        finally
        {
            Stop();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        limitReached.Dispose();
    }

    private void Start()
    {
        lock (gate)
        {
            since = time.GetTimestamp();
            Schedule();
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            (before, since) = (Spent, null);
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private void Schedule()
    {
        if ((tellAt is { } tell && !(Limit < tell) ? tell : Limit) is { } next)
        {
            var due = next - Spent;
            timer.Change(due > Shortest ? due : Shortest, Timeout.InfiniteTimeSpan);
        }
    }

    private void Tick()
    {
        bool tell, over;
        lock (gate)
        {
            if (since is null)
                return;
            (tell, over) = (Spent >= tellAt, IsOver);
            if (tell)
                tellAt = null;
        }

        if (over)
            Cancel();
        else
            GoOn(tell && !slow!.Tell());
    }

    private void GoOn(bool tellAgain)
    {
        lock (gate)
        {
            if (tellAgain)
                tellAt = Spent + slow!.After;
            if (since is not null)
                Schedule();
        }
    }

    private void Cancel()
    {
        try
        {
            limitReached.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself, just now.
        }
    }
}

/// <summary>Tells a scheduler that an article is slow.</summary>
/// <param name="After">The computing time from which on it is.</param>
/// <param name="Tell">Called on a thread of its own, perhaps when the article has just ended; answers false to be told again
/// after as long once more.</param>
public sealed record SlowNotice(TimeSpan After, Func<bool> Tell);

/// <summary>An article took more computing than one article may.</summary>
/// <param name="spent">What an engine had cost until then; null when nothing is known.</param>
public sealed class ComputeLimitException(EngineReport? spent) : Exception("The article took more computing than one article may.")
{
    public ComputeLimitException()
        : this(null)
    {
    }

    /// <summary>What an engine had cost until then; null when nothing is known.</summary>
    public EngineReport? Spent => spent;
}
