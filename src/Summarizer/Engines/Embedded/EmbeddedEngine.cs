using Microsoft.Extensions.Options;

namespace Summarizer.Engines.Embedded;

/// <summary>Summaries and stances with no model, no network and no key; deterministic.</summary>
public sealed class EmbeddedEngine(IOptions<SummaryOptions> summary, IOptions<StanceOptions> stances) : IEngine
{
    public bool CostsMoney => false;

    public EngineReport Identity { get; } = new() { Name = "embedded", Version = "1" };

    public ValueTask<EngineOutcome> DraftAsync(
        Article article, IReadOnlyList<Rejection> corrections, CancellationToken cancellationToken)
        => new(new EngineOutcome.Drafted(Draft(article, cancellationToken)));

    /// <summary>The same, at once: nothing here waits.</summary>
    public Draft Draft(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        _ = stances;
        var lead = article.Text.Split('.')[..Math.Min(summary.Value.Sentences, article.Text.Split('.').Length)];
        return new Draft(article.Title, [.. lead.Select(s => new DraftSentence(s, [new Quote(s)]))], [], 1, Identity);
    }
}
