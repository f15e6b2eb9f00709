using Microsoft.Extensions.Options;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Summaries;
using Summarizer.Text;

namespace Summarizer.Extractive;

/// <summary>Summaries and stances with no model, no network and no key; deterministic.</summary>
public sealed class ExtractiveEngine(IOptions<SummaryOptions> summary, IOptions<StanceOptions> stances) : IEngine
{
    /// <summary>UTF-16 code units of a title that are read: every name is looked for in it, and a metadata field has no end of its
    /// own.</summary>
    private const int LongestTitle = 500;

    private readonly IReadOnlyList<WatchedTarget> watched = WatchedTarget.From(stances.Value);

    private readonly StanceDrafter drafter = new(SentenceStance.Shared);

    public EngineReport Identity { get; } = new() { Name = "embedded", Version = "1" };

    public ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(new EngineOutcome.Drafted(request.Clock.Run(token => Draft(request.Article, token), cancellationToken)));
    }

    /// <summary>The same, at once: nothing here waits.</summary>
    public Draft Draft(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var title = article.Title is { Length: > LongestTitle } endless ? TextBoundary.Cut(endless, LongestTitle) : article.Title;
        var read = new AnalyzedText(article.Text, article.Language, cancellationToken);
        var scores = new SentenceScores(read, title, PrecisionModel.Shared, cancellationToken);
        var chosen = Extractor.Choose(read, scores, summary.Value.Sentences, cancellationToken);
        var targets = TargetFinder.Shared.Find(read, title, cancellationToken);
        var first = WatchedMatcher.Apply(read, targets, watched, cancellationToken);
        return new Draft(
            Headline.Choose(read, title, scores, chosen, cancellationToken),
            [.. chosen.Select(s => Sentence(read, s))],
            drafter.Draft(read, title, targets, first, cancellationToken),
            1,
            Identity);
    }

    private static DraftSentence Sentence(AnalyzedText read, int sentence)
    {
        var span = read.Sentences[sentence].Span;
        var text = span.In(read.Text);
        return new DraftSentence(text, [new Quote(text, span.Start)]);
    }
}
