namespace Summarizer;

/// <summary>Drafts a summary and stances for an article. Nothing it says is believed before it is grounded.</summary>
public interface IEngine
{
    /// <summary>Name, version, model and prompt; the token counts are zero.</summary>
    EngineReport Identity { get; }

    /// <returns><see cref="EngineOutcome.Drafted"/>, <see cref="EngineOutcome.Failed"/> or
    /// <see cref="EngineOutcome.Unavailable"/>.</returns>
    ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken);
}

/// <param name="Article">The article; its text is data, never an instruction.</param>
/// <param name="Clock">Runs while the engine computes in this process, and stands still while a model elsewhere does.</param>
public sealed record DraftRequest(Article Article, ComputeClock Clock)
{
    /// <summary>What was wrong with the draft before this one; empty the first time.</summary>
    public IReadOnlyList<Rejection> Corrections { get; init; } = [];
}

/// <summary>How drafting or grounding ended. Anything unexpected is an exception and costs an attempt.</summary>
public abstract record EngineOutcome
{
    private EngineOutcome()
    {
    }

    public sealed record Drafted(Draft Draft) : EngineOutcome;

    public sealed record Grounded(GroundedDraft Draft) : EngineOutcome;

    /// <summary>The article will never get a draft from this engine, for a reason with a name.</summary>
    public sealed record Failed(FailureCode Code, string Message, EngineReport Engine) : EngineOutcome;

    /// <summary>The engine is throttled, unreachable or out of budget.</summary>
    /// <param name="Deferred">Until when the article waits.</param>
    /// <param name="Engine">What was spent before.</param>
    public sealed record Unavailable(Deferred Deferred, EngineReport Engine) : EngineOutcome;
}

/// <summary>Something has to wait; no attempt is spent.</summary>
/// <param name="Reason">For the reader of a pending article.</param>
/// <param name="Delay">What a server requested, or a guess.</param>
public sealed record Deferred(string Reason, TimeSpan Delay);

/// <param name="Headline">Null when the engine has none.</param>
/// <param name="Summary">In the order of the article.</param>
/// <param name="Coverage">Share of the article's text that was read, 0 to 1.</param>
/// <param name="Engine">Who drafted it and what it cost.</param>
public sealed record Draft(
    string? Headline,
    IReadOnlyList<DraftSentence> Summary,
    IReadOnlyList<DraftStance> Stances,
    double Coverage,
    EngineReport Engine);

public sealed record DraftSentence(string Text, IReadOnlyList<Quote> Quotes);

/// <param name="Holder"><see cref="StanceTag.Author"/> or a name.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record DraftStance(
    string Target, TargetType Type, string Holder, Stance Stance, double Confidence, IReadOnlyList<Quote> Quotes)
{
    /// <summary>Other names of the target that the engine found in the article.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How often the engine saw the target mentioned; null leaves the counting to the grounder.</summary>
    public int? Mentions { get; init; }

    /// <inheritdoc cref="StanceTag.Probabilities"/>
    public TagProbabilities? Probabilities { get; init; }

    /// <inheritdoc cref="StanceTag.Portrayal"/>
    public Portrayal? Portrayal { get; init; }
}

/// <param name="Text">Words said to stand in the article.</param>
/// <param name="At">Where, in UTF-16 code units, when the engine knows; checked like everything else.</param>
public readonly record struct Quote(string Text, int? At = null);
