namespace Summarizer.Tests.LanguageModel;

public sealed class BusyTests
{
    private const string Text = "The mayor opened the bridge on Monday. It cost 3 million euros, and nobody complained.";

    private static readonly ModelServerAnswer Good = ModelServerAnswer.Report("nobody complained");

    [Theory]
    [InlineData("retry-after", "3", 3)]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("retry-after", "Fri, 20 Nov 2026 12:00:09 GMT", 9)]
    public async Task A_short_wait_is_spent_in_the_call(string header, string value, double seconds)
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time);
        driver.Server.Next(ModelServerAnswer.Status(429).With(header, value), Good);

        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(Text));

        Assert.Equal([TimeSpan.FromSeconds(seconds)], time.Waits);
    }

    [Theory]
    [InlineData("45", 45)]
    [InlineData("86400", 900)]
    public async Task A_long_wait_goes_back_with_what_the_server_asked_for_up_to_a_quarter_of_an_hour(string value, int seconds)
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time);
        driver.Server.Next(ModelServerAnswer.Status(429).With("retry-after", value));

        var first = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text)).Deferred;
        var other = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync("Another article, which is held up too.")).Deferred;

        Assert.Equal((TimeSpan.FromSeconds(seconds), first.Delay), (first.Delay, other.Delay));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Without_a_word_from_the_server_the_waits_double_and_end_in_the_queue()
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time);
        driver.Server.Always(_ => ModelServerAnswer.Status(429));

        var waiting = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync(Text)).Deferred;

        Assert.Equal([2, 4, 8], time.Waits.Select(w => (int)w.TotalSeconds));
        Assert.Equal(16, waiting.Delay.TotalSeconds, 1);
    }

    [Fact]
    public async Task What_is_left_of_the_servers_limits_is_shared_by_all_articles()
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time);
        driver.Server.Next(
            Good.With("x-ratelimit-limit-requests", "60").With("x-ratelimit-remaining-requests", "0")
                .With("x-ratelimit-reset-requests", "1m0s"),
            Good);

        await driver.DraftAsync(Text);
        Assert.Empty(time.Waits);
        await driver.DraftAsync("Another article, of which nobody complained.");

        // One of sixty a minute is free again after a second.
        Assert.Equal([1], time.Waits.Select(w => (int)Math.Round(w.TotalSeconds)));
    }

    [Fact]
    public async Task An_outage_opens_the_circuit_and_one_call_looks_whether_it_is_over()
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time);
        var down = true;
        driver.Server.Always(_ => down ? ModelServerAnswer.Status(503) : Good);

        for (var i = 0; i < 40; i++)
        {
            var waiting = Assert.IsType<EngineOutcome.Unavailable>(await driver.DraftAsync($"{i} {Text}")).Deferred;
            Assert.InRange(waiting.Delay, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(20));
        }

        // Three for the first article, three for the second, whose second failure opens the circuit, and a probe for each of the others.
        var calls = driver.Server.Requests.Count;
        down = false;
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync(Text));
        var after = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => driver.DraftAsync($"{i} {Text}").AsTask()));
        Assert.All(after, o => Assert.IsType<EngineOutcome.Drafted>(o));
        Assert.Equal(44, calls);
        Assert.Equal(calls + 9, driver.Server.Requests.Count);
    }

    [Fact]
    public async Task With_the_embedded_engine_at_hand_nobody_waits()
    {
        await using var driver = await EngineDriver.StartAsync(new ManualTime(), ("OpenAI:WhenUnavailable", "embedded"));
        driver.Server.Next(ModelServerAnswer.Status(429).With("retry-after", "10"));

        var result = await driver.SummarizeAsync(Text);

        Assert.True(result.Engine.Fallback);
        Assert.Equal(ArticleStatus.Succeeded, result.Status);
        Assert.NotEmpty(result.Summary!.Sentences);
    }

    [Fact]
    public async Task The_daily_budget_is_never_overspent_and_is_new_the_next_day()
    {
        var time = new ManualTime();
        await using var driver = await EngineDriver.StartAsync(time, ("OpenAI:DailyTokenBudget", "10000"));
        driver.Server.Always(_ => ModelServerAnswer.Content(ModelServerAnswer.ReportJson("nobody complained"), input: 1800, output: 400));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => driver.DraftAsync($"{i} {Text}").AsTask()));

        var spent = outcomes.OfType<EngineOutcome.Drafted>().Count() * 2200;
        Assert.InRange(spent, 2200, 10_000);
        Assert.All(outcomes.OfType<EngineOutcome.Unavailable>(), w => Assert.Equal(12, w.Deferred.Delay.TotalHours, 0.1));
        time.Advance(TimeSpan.FromHours(12));
        Assert.IsType<EngineOutcome.Drafted>(await driver.DraftAsync($"Tomorrow: {Text}"));
    }
}
