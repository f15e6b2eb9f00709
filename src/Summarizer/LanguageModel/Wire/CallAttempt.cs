namespace Summarizer.LanguageModel.Wire;

/// <summary>How one attempt of a call ended, and whether another is worth making before the article goes back to the queue.</summary>
internal sealed record CallAttempt
{
    private CallAttempt(CallOutcome outcome) => Outcome = outcome;

    /// <summary>What the call comes to when no further attempt is made.</summary>
    public CallOutcome Outcome { get; }

    public bool MayRetry { get; private init; }

    /// <summary>Whether the server failed: few failures of one call are followed by another attempt.</summary>
    public bool IsFailure { get; private init; }

    /// <summary>The wait before the next attempt; null leaves it to the back-off.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static CallAttempt Final(CallOutcome outcome) => new(outcome);

    /// <summary>The call has to wait, through no fault of the server.</summary>
    public static CallAttempt Wait(string reason, TimeSpan delay)
        => new(new CallOutcome.Unavailable(new Deferred(reason, delay))) { MayRetry = true, RetryAfter = delay };

    /// <summary>The request was changed: the next attempt is made at once.</summary>
    public static CallAttempt AtOnce(CallOutcome outcome) => new(outcome) { MayRetry = true, RetryAfter = TimeSpan.Zero };

    /// <param name="requested">When the server wants to be asked again, if it said so.</param>
    public static CallAttempt Failure(CallOutcome outcome, TimeSpan? requested)
        => new(outcome) { MayRetry = true, IsFailure = true, RetryAfter = requested };
}
