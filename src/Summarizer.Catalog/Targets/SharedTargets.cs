namespace Summarizer.Catalog.Targets;

/// <summary>The targets behind a lock: the writer changes them, and questions look names up.</summary>
internal sealed class SharedTargets
{
    private readonly Lock gate = new();
    private TargetIndex index = new();
    private TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when what the database has was counted.</summary>
    public Task Loaded => Volatile.Read(ref loaded).Task;

    public T Use<T>(Func<TargetIndex, T> use)
    {
        lock (gate)
            return use(index);
    }

    /// <summary>Puts an index that was counted elsewhere into its place.</summary>
    public void Replace(TargetIndex counted)
    {
        lock (gate)
            index = counted;
        loaded.TrySetResult();
    }

    /// <summary>From now on nothing is known, until <see cref="Replace"/>.</summary>
    public void Reset()
    {
        lock (gate)
            index = new TargetIndex();
        if (loaded.Task.IsCompleted)
            Volatile.Write(ref loaded, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }
}
