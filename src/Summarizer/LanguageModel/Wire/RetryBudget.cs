namespace Summarizer.LanguageModel.Wire;

/// <summary>What one call may spend on waiting and on failures before the article goes back to the queue.</summary>
internal sealed class RetryBudget(TimeSpan waiting)
{
    /// <summary>More failures than this of one call are left to the queue.</summary>
    private const int MostFailures = 3;

    private const double BackoffFactor = 4;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);

    private TimeSpan left = waiting;
    private int failures;

    /// <summary>The wait that was granted last.</summary>
    public TimeSpan Delay { get; private set; }

    /// <summary>Whether another attempt is made, after <see cref="Delay"/>.</summary>
    public bool TrySpend(CallAttempt attempt)
    {
        if (!attempt.MayRetry || (attempt.IsFailure && ++failures >= MostFailures))
            return false;
        Delay = attempt.RetryAfter ?? (FirstBackoff * Math.Pow(BackoffFactor, failures - 1));
        if (Delay > left)
            return false;
        left -= Delay;
        return true;
    }
}
