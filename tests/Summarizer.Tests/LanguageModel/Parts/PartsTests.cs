using Summarizer.LanguageModel.Limits;
using Summarizer.LanguageModel.Parts;

namespace Summarizer.Tests.LanguageModel.Parts;

public sealed class PartsTests
{
    [Fact]
    public void Parts_are_the_text_cut_at_the_ends_of_paragraphs()
    {
        var text = string.Join("\n\n", Enumerable.Range(0, 200).Select(i => $"Paragraph {i} says what it says, at some length, and ends."));

        var parts = ArticleParts.Split(text, 500);

        Assert.Equal(text, string.Concat(parts.Select(p => p.In(text))));
        Assert.All(parts, p => Assert.True(TokenEstimate.Estimate(p.SliceOf(text)) <= 500));
        Assert.All(parts.SkipLast(1), p => Assert.EndsWith("ends.\n\n", p.In(text), StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_without_any_break_is_cut_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("👍🏽", 3_000));

        var parts = ArticleParts.Split(text, 501);

        Assert.Equal(text, string.Concat(parts.Select(p => p.In(text))));
        Assert.All(parts, p => Assert.Equal(0, p.Start % 4));
    }

    [Fact]
    public async Task A_book_is_read_in_parts_and_its_quotes_resolve_against_the_whole()
    {
        var sentences = Enumerable.Range(0, 25_000)
            .Select(i => $"On day {i} the river rose by another inch and the town held its breath. ");
        var text = string.Join("\n\n", sentences.Chunk(5).Select(paragraph => string.Concat(paragraph)));
        await using var driver = await EngineDriver.StartAsync(null, ("OpenAI:MaxInputTokens", "50000"));
        driver.Server.Always(request => request.Prompt.Contains("read in parts", StringComparison.Ordinal)
            ? ModelServerAnswer.Report("On day 17 the river rose by another inch", "On day 24999 the river rose by another inch")
            : ModelServerAnswer.Report(request.ArticleText[..40]));

        var result = await driver.SummarizeAsync(text);

        Assert.Equal(1, result.Coverage);
        Assert.All(result.Summary!.Sentences.SelectMany(s => s.Evidence), e => Assert.Equal(e.Quote, result.Article!.Text[e.Start..e.End]));
        Assert.Equal(2, result.Summary.Sentences.Count);
        var sent = driver.Server.Requests.SkipLast(1).Sum(r => r.ArticleText.Length);
        Assert.InRange(sent, text.Length * 0.99, text.Length * 1.01);
    }

    [Fact]
    public async Task A_part_that_the_filter_refuses_lowers_the_coverage()
    {
        await using var driver = await EngineDriver.StartAsync(null, ("OpenAI:MaxInputTokens", "2000"));
        var text = string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"In the year {i} the river rose by another inch."));
        driver.Server.Always(request => request.Prompt.Contains("part 1 of", StringComparison.Ordinal)
            ? ModelServerAnswer.Error(400, "content_filter", "filtered")
            : ModelServerAnswer.Report("the river rose by another inch"));

        var drafted = Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(text));

        Assert.InRange(drafted.Draft.Coverage, 0.05, 0.95);
    }

    [Fact]
    public async Task An_article_longer_than_the_model_takes_is_read_in_ever_smaller_parts()
    {
        await using var driver = await EngineDriver.StartAsync();
        var text = string.Join("\n\n", Enumerable.Range(0, 600).Select(i => $"In the year {i} the river rose by another inch."));
        driver.Server.Always(request => request.Prompt.Length > 12_000
            ? ModelServerAnswer.Error(400, "context_length_exceeded", "This model's maximum context length is 4096 tokens.")
            : ModelServerAnswer.Report("the river rose by another inch"));

        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(text));
        var learning = driver.Server.Requests.Count;
        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(text + " So it was."));

        Assert.All(driver.Server.Requests.Skip(learning), r => Assert.True(r.Prompt.Length <= 12_000));
    }

    [Fact]
    public async Task Parts_that_were_paid_for_are_kept_while_the_rest_waits()
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time, ("OpenAI:MaxInputTokens", "2000"));
        var text = string.Join("\n\n", Enumerable.Range(0, 60).Select(i => $"In the year {i} the river rose by another inch."));
        var busy = true;
        driver.Server.Always(request => busy && request.Prompt.Contains("read in parts", StringComparison.Ordinal)
            ? ModelServerAnswer.Status(429).With("retry-after", "100")
            : ModelServerAnswer.Report("the river rose by another inch"));

        Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(text));
        busy = false;
        time.Advance(TimeSpan.FromSeconds(100));
        var calls = driver.Server.Requests.Count;
        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(text));

        Assert.Equal(calls + 1, driver.Server.Requests.Count);
    }
}
