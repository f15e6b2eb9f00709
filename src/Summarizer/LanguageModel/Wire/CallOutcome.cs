namespace Summarizer.LanguageModel.Wire;

/// <summary>How asking the model ended: with an answer, or with a reason to wait.</summary>
internal abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <param name="Answer">A reply, or an answer that asking again will not change.</param>
    public sealed record Answered(ModelAnswer Answer) : CallOutcome;

    public sealed record Unavailable(Deferred Deferred) : CallOutcome;
}
