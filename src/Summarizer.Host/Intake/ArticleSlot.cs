namespace Summarizer.Host.Intake;

/// <summary>The right to work on one article, in one of the lanes; disposing it gives it back.</summary>
internal sealed class ArticleSlot : IDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim quick;
    private readonly SemaphoreSlim heavy;

    /// <summary>Not disposed: the notice may come when the article has just ended.</summary>
    private readonly CancellationTokenSource interruption = new();
    private SemaphoreSlim? held;
    private bool given;

    public ArticleSlot(SemaphoreSlim quick, SemaphoreSlim heavy, Lane lane)
    {
        (this.quick, this.heavy) = (quick, heavy);
        held = lane == Lane.Quick ? quick : heavy;
        Slow = new SlowNotice(ArticleSlots.Quantum, MakeRoom);
    }

    /// <summary>To be told when the article has used up its quantum.</summary>
    public SlowNotice Slow { get; }

    /// <summary>Cancelled when it has, and the heavy lane had no room: the article begins anew there later.</summary>
    public CancellationToken Interrupted => interruption.Token;

    /// <summary>Leaves the quick lane. False when the heavy lane has no room, so that the article must wait.</summary>
    public bool TryBecomeHeavy()
    {
        lock (gate)
        {
            if (given || held != quick)
                return given || held is not null;
            quick.Release();
            held = heavy.Wait(0) ? heavy : null;
            return held is not null;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            held?.Release();
            (held, given) = (null, true);
        }
    }

    /// <summary>Only where others may be waiting: on a machine that is busy otherwise, articles are slow that cost little.</summary>
    private bool MakeRoom()
    {
        if (quick.CurrentCount > 0)
            return false;
        if (!TryBecomeHeavy())
            interruption.Cancel();
        return true;
    }
}
