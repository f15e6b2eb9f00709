namespace Summarizer.Host.Working;

/// <summary>One article in hand; a notice that comes meanwhile makes it look once more.</summary>
/// <param name="taker">The host that took the upload in; null when it went straight into the container.</param>
internal sealed class Job(string name, string? taker, DateTimeOffset noticed)
{
    private readonly Lock gate = new();
    private bool again;
    private bool ended;

    public string Name => name;

    public string? Taker => taker;

    public DateTimeOffset Noticed => noticed;

    public CancellationTokenSource Cancel { get; } = new();

    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes the job look once more; false when it has ended.</summary>
    public bool AskAgain()
    {
        lock (gate)
        {
            again = !ended;
            return again;
        }
    }

    /// <summary>Ends the job unless it was asked to look once more.</summary>
    public bool TryEnd()
    {
        lock (gate)
        {
            ended = !again;
            again = false;
            return ended;
        }
    }

    /// <summary>Ends the job whatever comes; true when a notice came that it did not get to.</summary>
    public bool End()
    {
        lock (gate)
        {
            ended = true;
            return again;
        }
    }
}
