using Summarizer.Extractive;
using Summarizer.Extractive.Stances;
using Summarizer.Grounding;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel;

/// <summary>Grounds what a model drafted: held against the extractive engine's reading, and asked for once more when nothing of the
/// summary is left. After that the extractive engine's summary takes its place.</summary>
/// <remarks>A reply that is paid for is made use of even when the host is stopping: only the call for a second one is cancelled.</remarks>
internal sealed class CorrectingGrounder(
    IEngine engine, ExtractiveEngine extractive, ISentenceStance sentences, Grounder grounder) : IGrounder
{
    public async ValueTask<EngineOutcome> GroundAsync(
        Article article, Draft draft, ComputeClock clock, CancellationToken cancellationToken)
    {
        if (draft.Engine.Fallback)
            return await grounder.GroundAsync(article, draft, clock, cancellationToken).ConfigureAwait(false);

        var report = draft.Engine;
        try
        {
            // What a model says is held against a reading that no words in the article can sway.
            var crossCheck = draft.Stances.Count > 0 ? new CrossCheck(DraftExtractive(article, clock).Stances, sentences) : null;
            var grounded = Ground(article, draft, crossCheck, clock);
            if (grounded.Summary is null)
            {
                var request = new DraftRequest(article, clock) { Corrections = grounded.Rejected };
                switch (await engine.TracedDraftAsync(request, cancellationToken).ConfigureAwait(false))
                {
                    case EngineOutcome.Unavailable(var deferred, var spent):
                        return new EngineOutcome.Unavailable(deferred, Sum(report, spent));
                    case EngineOutcome.Failed(_, _, var spent):
                        report = Sum(report, spent);
                        break;
                    case EngineOutcome.Drafted(var second):
                        report = Sum(report, second.Engine);
                        grounded = Merge(grounded, Ground(article, second, crossCheck, clock));
                        break;
                }
            }

            if (grounded.Summary is null)
            {
                grounded = grounded with { Summary = Ground(article, DraftExtractive(article, clock), null, clock).Summary };
                report = report with { Fallback = true };
            }

            return new EngineOutcome.Grounded(grounded with { Engine = report });
        }
        catch (ComputeLimitException)
        {
            throw new ComputeLimitException(report);
        }
    }

    private Draft DraftExtractive(Article article, ComputeClock clock)
        => clock.Run(token => extractive.Draft(article, token), CancellationToken.None);

    private GroundedDraft Ground(Article article, Draft draft, CrossCheck? crossCheck, ComputeClock clock)
        => grounder.Ground(article, draft, crossCheck, clock, CancellationToken.None);

    /// <summary>What the second draft says; where none of its stances is left, those of the first.</summary>
    private static GroundedDraft Merge(GroundedDraft first, GroundedDraft second) => second with
    {
        Rejected = [.. first.Rejected, .. second.Rejected],
        Stances = second.Stances.Count > 0 ? second.Stances : first.Stances,
        Coverage = first.Coverage,
    };

    private static EngineReport Sum(EngineReport first, EngineReport second) => second with
    {
        InputTokens = first.InputTokens + second.InputTokens,
        OutputTokens = first.OutputTokens + second.OutputTokens,
        Cost = first.Cost is null && second.Cost is null ? null : (first.Cost ?? 0) + (second.Cost ?? 0),
    };
}
