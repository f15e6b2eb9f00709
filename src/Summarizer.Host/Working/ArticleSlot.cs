namespace Summarizer.Host.Working;

/// <summary>The right to work on one article, in one of the lanes; disposing it gives it back.</summary>
internal sealed class ArticleSlot(SemaphoreSlim quick, SemaphoreSlim heavy, Lane lane) : IDisposable
{
    private readonly Lock gate = new();
    private SemaphoreSlim? held = lane == Lane.Quick ? quick : heavy;
    private bool given;

    /// <summary>The article is slow: makes room in the quick lane. False when the heavy lane has none, so that the article must wait.</summary>
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
}
