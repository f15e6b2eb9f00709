namespace Summarizer.LanguageModel.Limits;

/// <summary>Keeps calls from a server that is down, and lets one through now and then to see whether it is back.</summary>
internal sealed class CircuitBreaker(TimeProvider time)
{
    /// <summary>So many failures in a row are an outage; fewer are accidents.</summary>
    private const int Failures = 5;

    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(5);

    /// <summary>Short enough that all that waits is done within a minute of the server's return.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(20);

    /// <summary>How long the others wait for the one call that looks.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private int failures;
    private bool looking;
    private TimeSpan nextBreak = FirstBreak;
    private DateTimeOffset openUntil;

    public string Reason { get; private set; } = "";

    /// <summary>Zero lets the call through, and its end must be told; else the time after which to ask again.</summary>
    public TimeSpan Enter()
    {
        lock (gate)
        {
            if (failures < Failures)
                return TimeSpan.Zero;
            if (openUntil - time.GetUtcNow() is var left && left > TimeSpan.Zero)
                return left;
            if (looking)
                return Look;
            looking = true;
            return TimeSpan.Zero;
        }
    }

    /// <summary>The server answered, whatever the answer.</summary>
    public void Answered()
    {
        lock (gate)
            (failures, looking, nextBreak) = (0, false, FirstBreak);
    }

    /// <summary>The call ended without showing anything about the server.</summary>
    public void Abandoned()
    {
        lock (gate)
            looking = false;
    }

    /// <param name="asked">When the server wants to be asked again, if it said so.</param>
    public void Failed(string reason, TimeSpan? asked)
    {
        lock (gate)
        {
            (failures, looking, Reason) = (failures + 1, false, reason);
            var now = time.GetUtcNow();
            if (failures < Failures || openUntil > now)
                return;
            openUntil = now + (asked > nextBreak ? asked.Value : nextBreak);
            nextBreak = nextBreak * 2 < LongestBreak ? nextBreak * 2 : LongestBreak;
        }
    }
}
