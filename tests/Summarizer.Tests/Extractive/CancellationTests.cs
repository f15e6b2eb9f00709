using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Entities.Linking;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Summaries;
using Summarizer.Grounding;
using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Injection;
using Summarizer.Grounding.Quotes;
using Summarizer.Tests.Support;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive;

/// <summary>An article that nobody wants any more is left wherever it is.</summary>
public sealed class CancellationTests
{
    private static readonly string Prose = Crowds.Text("prose", 300_000);

    private static readonly AnalyzedText Read = new(Prose, "en", CancellationToken.None);

    private static readonly SentenceScores Scores = new(Read, null, PrecisionModel.Shared, CancellationToken.None);

    private static readonly Dictionary<string, Action<CancellationToken>> Stages = new()
    {
        ["blocks"] = token => BlockFinder.Find(Prose, token),
        ["quotations"] = token => QuotationFinder.In(Prose, Read.Blocks, token),
        ["sentences"] = token => SentenceSplitter.Split(Prose, Read.Blocks, Read.Quotations, token),
        ["tokens"] = token => WordTokenizer.Tokenize(Prose, token),
        ["names"] = token => EntityRecognizer.Find(Read, NameTagger.Shared, token),
        ["merging"] = token =>
            AliasResolver.Merge(Read, null, EntityRecognizer.Find(Read, NameTagger.Shared, CancellationToken.None), token),
        ["topics"] = token => TitleTopics.Find(Read, "The ban on gun sales", [], token),
        ["links"] = token => MentionLinker.Link(
            Read, null, TargetFinder.Shared.Named(Read, null, CancellationToken.None).ConvertAll(n => n.Target), LinkWeights.English,
            token),
        ["speech"] = token => _ = new SpeechAttribution(Read, [], token),
        ["stances"] = token => new StanceDrafter(SentenceStance.Shared)
            .Draft(Read, null, TargetFinder.Shared.Find(Read, null, CancellationToken.None), 0, token),
        ["sentences' scores"] = token => _ = new SentenceScores(Read, null, PrecisionModel.Shared, token),
        ["summary"] = token => Extractor.Choose(Read, Scores, 3, token),
        ["headline"] = token => Headline.Choose(Read, null, Scores, [], token),
        ["folding"] = token => FoldedText.Create(Prose, token),
        ["words"] = token => ArticleVocabulary.In([Prose], token),
        ["numbers"] = token => NumberScanner.InArticle([Prose], null, token),
        ["orders"] = token => PromptInjectionDetector.In(Prose + "your reply", token),
    };

    public static TheoryData<string> StageNames => [.. Stages.Keys];

    [Theory]
    [MemberData(nameof(StageNames))]
    public void Every_stage_looks_at_the_token(string stage)
        => Assert.ThrowsAny<OperationCanceledException>(() => Stages[stage](new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("prose")]
    [InlineData("distinct-names")]
    [InlineData("one-sentence-words")]
    [InlineData("quotations")]
    public async Task A_draft_of_many_megabytes_is_left_part_way(string shape)
    {
        var article = new Article { Text = Crowds.Text(shape, 8_000_000), Language = "en" };
        using var source = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var draft = Task.Run(() =>
        {
            started.SetResult();
            return ExtractiveEngineTests.Engine().Draft(article, source.Token);
        });
        await started.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => draft);
    }

    [Fact]
    public async Task Grounding_of_many_megabytes_is_left_part_way()
    {
        var article = new Article { Text = Crowds.Text("numbers", 8_000_000), Language = "en" };
        using var source = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        IEnumerable<DraftSentence> sentences = Enumerable.Range(0, 100)
            .Select(i => new DraftSentence($"In all {i + 10_000_000} people came.", [new Quote($"no such words {i}")]));
        var draft = new Draft("Nothing of 10000000 Zarbocks", [.. sentences], [], 1, new EngineReport { Name = "test", Version = "1" });
        var grounded = Task.Run(() =>
        {
            started.SetResult();
            return new Grounder(Options.Create(new StanceOptions())).Ground(article, draft, source.Token);
        });
        await started.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => grounded);
    }
}
