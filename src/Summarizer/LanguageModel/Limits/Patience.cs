namespace Summarizer.LanguageModel.Limits;

/// <summary>What one call may spend on waiting before the article goes back to the queue.</summary>
internal sealed class Patience(TimeSpan limit, TimeProvider time)
{
    private TimeSpan left = limit;

    /// <summary>Waits, or returns false when it would take too long.</summary>
    public async ValueTask<bool> SpendAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > left)
            return false;
        left -= wait;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
