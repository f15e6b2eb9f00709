namespace Summarizer.Pipeline.Reruns;

/// <summary>Which articles are to be done again.</summary>
/// <param name="FailedOnly">Only those whose result is a named failure.</param>
/// <param name="Prefix">Only names that begin so; null for all.</param>
/// <param name="Again">Pay also for what this very engine, asked for the very same, was paid for before.</param>
public sealed record RerunSelection(bool FailedOnly, string? Prefix, bool Again);

/// <summary>What a rerun will do, and what it may cost; nothing is changed or paid yet.</summary>
/// <param name="Names">In the storage's order.</param>
/// <param name="Bytes">Of the uploads.</param>
/// <param name="AlreadyPaid">Articles left out, as their result was made by this engine, prompt and settings.</param>
/// <param name="GoesOnAfter">The last article that an interrupted rerun of the same selection had completed; null for a new one.</param>
/// <param name="InputTokens">An estimate, 0 for an engine without a model; so are the next two.</param>
/// <param name="Cost">In the currency of the configured prices; null when no price is set.</param>
public sealed record RerunPlan(
    RerunSelection Selection,
    IReadOnlyList<string> Names,
    long Bytes,
    int AlreadyPaid,
    string? GoesOnAfter,
    EngineReport Engine,
    long InputTokens,
    long OutputTokens,
    decimal? Cost)
{
    /// <summary>Whether the engine asks no model, so that nothing is spent.</summary>
    public bool IsFree => Engine.Model is null;
}

/// <summary>How far a rerun is.</summary>
public sealed record RerunTotals
{
    public int Succeeded { get; init; }

    /// <summary>Named failures, those included that left an older, better result in its place.</summary>
    public int Failed { get; init; }

    /// <summary>Of those that failed, how many kept a better result.</summary>
    public int Kept { get; init; }

    /// <summary>Not paid for, as an earlier payment covered them.</summary>
    public int AlreadyPaid { get; init; }

    /// <summary>Removed or replaced meanwhile; a newer upload is the server's.</summary>
    public int Gone { get; init; }

    public long Tokens { get; init; }

    public decimal Cost { get; init; }

    /// <summary>Why an article waits at the moment; null when none does.</summary>
    public string? DeferralReason { get; init; }

    public int Completed => Succeeded + Failed + AlreadyPaid + Gone;

    internal RerunTotals Plus(ProcessingReport report) => report switch
    {
        { Deferred: { } deferred } => this with { DeferralReason = deferred.Reason },
        { Reused: true } => this with { AlreadyPaid = AlreadyPaid + 1, DeferralReason = null },
        { Outcome: ProcessingOutcome.Succeeded } => Spent(report) with { Succeeded = Succeeded + 1 },
        { Outcome: ProcessingOutcome.Failed, Kept: true } => Spent(report) with { Failed = Failed + 1, Kept = Kept + 1 },
        { Outcome: ProcessingOutcome.Failed } => Spent(report) with { Failed = Failed + 1 },
        _ => this with { Gone = Gone + 1, DeferralReason = null },
    };

    private RerunTotals Spent(ProcessingReport report) => this with
    {
        Tokens = Tokens + (report.Engine?.InputTokens ?? 0) + (report.Engine?.OutputTokens ?? 0),
        Cost = Cost + (report.Engine?.Cost ?? 0),
        DeferralReason = null,
    };
}
