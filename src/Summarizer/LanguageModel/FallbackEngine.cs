using Summarizer.Extractive;

namespace Summarizer.LanguageModel;

/// <summary>An engine whose place the extractive engine takes while it is unavailable; the report says so.</summary>
internal sealed class FallbackEngine(IEngine engine, ExtractiveEngine extractive) : IEngine
{
    public EngineReport Identity => engine.Identity;

    public async ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        var outcome = await engine.DraftAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome is not EngineOutcome.Unavailable(_, var spent))
            return outcome;
        var draft = request.Clock.Run(token => extractive.Draft(request.Article, token), cancellationToken);
        return new EngineOutcome.Drafted(draft with { Engine = spent with { Fallback = true } });
    }
}
