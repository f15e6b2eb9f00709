using Microsoft.Extensions.Options;
using Summarizer.Engines.Embedded.Stances;
using Summarizer.Engines.Embedded.Summaries;
using Summarizer.Engines.Embedded.Targets;

namespace Summarizer.Engines.Embedded;

/// <summary>Summaries and stances with no model, no network and no key; deterministic.</summary>
public sealed class EmbeddedEngine(IOptions<SummaryOptions> summary, IOptions<StanceOptions> stances) : IEngine
{
    private readonly IReadOnlyList<WatchedTarget> watched = WatchedTarget.From(stances.Value);

    private readonly StanceDrafter drafter = new(SentenceStance.Shared);

    public bool CostsMoney => false;

    public EngineReport Identity { get; } = new() { Name = "embedded", Version = "1" };

    public ValueTask<EngineOutcome> DraftAsync(
        Article article, IReadOnlyList<Rejection> corrections, CancellationToken cancellationToken)
        => new(new EngineOutcome.Drafted(Draft(article, cancellationToken)));

    /// <summary>The same, at once: nothing here waits.</summary>
    public Draft Draft(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var read = new ReadText(article.Text, article.Language);
        var chosen = Extractor.Choose(read, article.Title, summary.Value.Sentences);
        var targets = TargetFinder.Find(read, article.Title);
        var first = WatchedMatcher.Apply(read, targets, watched);
        return new Draft(
            Headline.Of(read, article.Title, chosen),
            [.. chosen.Select(s => Sentence(read, s))],
            drafter.Draft(read, article.Title, targets, first),
            1,
            Identity);
    }

    private static DraftSentence Sentence(ReadText read, int sentence)
    {
        var span = read.Sentences[sentence].Span;
        var text = span.In(read.Text);
        return new DraftSentence(text, [new Quote(text, span.Start)]);
    }
}
