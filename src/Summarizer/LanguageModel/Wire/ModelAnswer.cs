namespace Summarizer.LanguageModel.Wire;

/// <summary>What one call of the model came to.</summary>
internal abstract record ModelAnswer
{
    private ModelAnswer()
    {
    }

    /// <summary>Tokens that the server says it charged for.</summary>
    public TokenUse Use { get; init; }

    public sealed record Reply(string Content) : ModelAnswer;

    /// <summary>The reply ended at the limit of its length.</summary>
    public sealed record Cut : ModelAnswer;

    public sealed record Filtered(string Category) : ModelAnswer;

    public sealed record Refused(string Words) : ModelAnswer;

    /// <summary>Status 200 with a body that is no chat completion.</summary>
    public sealed record Malformed : ModelAnswer;

    /// <summary>The article is longer than the model can read at once.</summary>
    public sealed record TooLong : ModelAnswer;

    /// <summary>The server does not take a part of the request.</summary>
    public sealed record Unsupported(string Message) : ModelAnswer;

    /// <param name="Delay">What the server requested; null when it did not say.</param>
    public sealed record Throttled(TimeSpan? Delay) : ModelAnswer;

    /// <param name="Delay">What the server requested; null when it did not say.</param>
    /// <param name="Timely">Whether it failed at once, so that another try is worth it.</param>
    public sealed record Unavailable(string Reason, TimeSpan? Delay, bool Timely) : ModelAnswer
    {
        /// <summary>Whether the server may have done the work before it broke off.</summary>
        public bool MaybeCharged { get; init; }
    }

    /// <summary>The circuit breaker kept the call from a server that is down.</summary>
    /// <param name="Reason">The failure that opened the circuit.</param>
    public sealed record NotSent(string Reason, TimeSpan Delay) : ModelAnswer;

    /// <summary>A setting is wrong: the operator has to act.</summary>
    public sealed record WrongSetting(string Message) : ModelAnswer;
}

/// <summary>Tokens of one or more calls.</summary>
internal readonly record struct TokenUse(long Input, long Output)
{
    public long Total => Input + Output;

    public static TokenUse operator +(TokenUse a, TokenUse b) => new(a.Input + b.Input, a.Output + b.Output);
}
