namespace Summarizer.Host.Intake;

/// <summary>One article in flight; a version that is observed meanwhile has it processed once more.</summary>
/// <param name="acceptedBy">The host that took the upload in; null when it went straight into the container.</param>
internal sealed class WorkItem(string name, string? acceptedBy, Lane lane, DateTimeOffset observed)
{
    private readonly Lock gate = new();
    private bool again;
    private bool running;
    private bool withdrawn;
    private bool ended;

    public string Name => name;

    public string? AcceptedBy => acceptedBy;

    public DateTimeOffset Observed => observed;

    /// <summary>Where it runs next.</summary>
    public Lane Lane { get; private set; } = lane;

    public CancellationTokenSource Cancel { get; } = new();

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Has the item processed once more; false when it has ended.</summary>
    /// <param name="next">Where the version that was observed runs.</param>
    public bool RequestAgain(Lane next)
    {
        lock (gate)
        {
            if (ended)
                return false;
            (again, Lane) = (running, next == Lane.Heavy ? Lane.Heavy : Lane);
            return true;
        }
    }

    /// <summary>Its turn has come; false when it was withdrawn while it waited.</summary>
    public bool TryStart()
    {
        lock (gate)
        {
            running = !ended;
            return running;
        }
    }

    /// <summary>Ends an item that only waits for its turn; false when it is being worked on, and must be cancelled.</summary>
    public bool TryWithdraw()
    {
        lock (gate)
        {
            withdrawn = true;
            ended |= !running;
            return !running;
        }
    }

    /// <summary>Puts the item back into a channel; false when it was withdrawn meanwhile.</summary>
    public bool TryRequeue(Lane next)
    {
        lock (gate)
        {
            if (withdrawn || ended)
                return false;
            (running, again, Lane) = (false, false, next);
            return true;
        }
    }

    /// <summary>Ends the item unless it is to be processed once more.</summary>
    public bool TryEnd()
    {
        lock (gate)
        {
            ended = !again;
            return ended;
        }
    }

    /// <summary>Ends the item whatever comes; true when a notice came that it did not get to.</summary>
    public bool End()
    {
        lock (gate)
        {
            ended = true;
            return again;
        }
    }
}
