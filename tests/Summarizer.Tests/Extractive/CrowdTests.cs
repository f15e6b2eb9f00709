using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;
using Summarizer.Grounding;
using Summarizer.Tests.Support;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive;

/// <summary>Two million characters of one thing: what compares each with every other does not come to an end here.</summary>
public sealed class CrowdTests
{
    /// <summary>Guards against a hang; on one core each takes about a second.</summary>
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(3);

    public static TheoryData<string> Shapes => [.. Crowds.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_crowd_gives_a_short_result_that_stands_in_it(string shape)
    {
        using var guard = new CancellationTokenSource(HangGuard);
        var text = Crowds.Text(shape, 2_000_000);
        var article = new Article { Text = text, Language = LanguageDetector.Detect(text) };

        var draft = ExtractiveEngineTests.Engine("Anna Roe=Roe", "Zarbock", "Nobody Atall").Draft(article, guard.Token);
        var grounded = new Grounder(Options.Create(new StanceOptions())).Ground(article, draft, guard.Token);

        Assert.All(Quotes(draft), q => Assert.Equal(q.Text, text.Substring(q.At!.Value, q.Text.Length)));
        AssertShortAndExact(text, grounded);
        Assert.InRange(draft.Headline!.Length, 1, 120);
    }

    [Theory]
    [InlineData("one-sentence-words")]
    [InlineData("one-sentence-commas")]
    [InlineData("one-word")]
    [InlineData("chinese")]
    public void An_endless_sentence_is_shown_by_a_piece(string shape)
    {
        var text = Crowds.Text(shape, 300_000);
        var article = new Article { Text = text, Language = "en" };
        var draft = ExtractiveEngineTests.Engine().Draft(article, CancellationToken.None);
        var grounded = new Grounder(Options.Create(new StanceOptions())).Ground(article, draft, CancellationToken.None);
        Assert.NotNull(grounded.Summary);
        AssertShortAndExact(text, grounded);
        Assert.All(grounded.Summary.Sentences, s => Assert.InRange(s.Text.Length, 300, 600));
    }

    [Fact]
    public void Names_of_a_crowd_come_together_as_those_of_an_article()
    {
        // Every person has a surname of her own, which stands alone once after the full name; all are told apart.
        var surnames = Enumerable.Range(0, 20_000).Select(i => "Q" + Crowds.Word(i).ToLowerInvariant());
        var text = string.Concat(surnames.Select(n => $"Anna {n} spoke. Then Mayor {n} left us. "));
        var targets = TargetFinder.Shared.Find(new AnalyzedText(text, "en", CancellationToken.None), null, CancellationToken.None);
        // A word without meaning may be taken for something else, but nobody for two.
        Assert.InRange(
            targets.Count(t => t.Mentions.Count == 2 && t.Aliases.Count == 1 && t.Name.StartsWith("Anna ", StringComparison.Ordinal)),
            19_990,
            20_000);
        Assert.All(targets, t => Assert.InRange(t.Mentions.Count, 1, 2));
    }

    private static IEnumerable<Quote> Quotes(Draft draft)
        => draft.Summary.SelectMany(s => s.Quotes).Concat(draft.Stances.SelectMany(s => s.Quotes));

    private static void AssertShortAndExact(string text, GroundedDraft grounded)
    {
        var sentences = grounded.Summary?.Sentences ?? [];
        var evidence = sentences.SelectMany(s => s.Evidence).Concat(grounded.Stances.SelectMany(s => s.Evidence)).ToArray();
        Assert.All(evidence, e => Assert.Equal(e.Quote, text[e.Start..e.End]));
        Assert.All(evidence, e => Assert.InRange(e.Quote.Length, 1, SentenceSplitter.LongestSentence));
        Assert.All(sentences, s => Assert.InRange(s.Text.Length, 1, SentenceSplitter.LongestSentence));
        Assert.All(grounded.Stances, s => Assert.InRange(s.Target.Aliases.Count, 0, 50));
        Assert.InRange(grounded.Summary?.Headline.Length ?? 0, 0, 120);
    }
}
