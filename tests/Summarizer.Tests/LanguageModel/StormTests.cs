using System.Collections.Concurrent;

namespace Summarizer.Tests.LanguageModel;

public sealed class StormTests
{
    private const int Articles = 300;

    [Fact]
    public async Task In_a_storm_every_article_gets_its_report_and_none_is_paid_for_twice()
    {
        await using var driver = await EngineDriver.StartAsync(new ManualTime());
        var chance = new Random(20261120);
        var paid = new ConcurrentDictionary<string, int>();
        driver.Server.Always(request =>
        {
            int drawn;
            lock (chance)
                drawn = chance.Next(100);
            if (drawn < 30)
                return ModelServerAnswer.Status(429).With("retry-after", "2");
            if (drawn < 35)
                return ModelServerAnswer.Status(500);
            if (drawn < 37)
                return ModelServerAnswer.Report("nobody complained").CutMidBody();
            paid.AddOrUpdate(request.ArticleText, 1, (_, times) => times + 1);
            return ModelServerAnswer.Report("nobody complained");
        });

        await Parallel.ForAsync(0, Articles, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            while (await driver.DraftAsync($"Article {i}, of which nobody complained.") is var outcome and not EngineOutcome.Drafted)
                Assert.IsType<EngineOutcome.Unavailable>(outcome);
        });

        Assert.Equal(Articles, paid.Count);
        Assert.All(paid.Values, times => Assert.Equal(1, times));
    }
}
