namespace Summarizer.Telemetry;

/// <summary>Calls of an engine, each in a span of its own.</summary>
internal static class TracedEngine
{
    public static async ValueTask<EngineOutcome> TracedDraftAsync(
        this IEngine engine, DraftRequest request, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Engine)?.SetTag(TraceTags.Engine, engine.Identity.Name);
        var outcome = await engine.DraftAsync(request, cancellationToken).ConfigureAwait(false);
        span?.SetTag(TraceTags.Draft, outcome switch
        {
            EngineOutcome.Drafted => "drafted",
            EngineOutcome.Unavailable => "waiting",
            _ => "failed",
        });
        return outcome;
    }
}
