using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.Pipeline;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Pipeline;

public sealed class StoredTokenBudgetTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_workers_together_stay_within_the_day()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        using var one = Budget(storage, 1_000);
        using var other = Budget(storage, 1_000);

        var grants = await Task.WhenAll(Enumerable.Range(0, 30)
            .Select(i => (i % 2 == 0 ? one : other).ReserveAsync(100, Token).AsTask()));

        Assert.Equal(10, grants.Count(g => g.Granted));
        Assert.All(grants.Where(g => !g.Granted), g => Assert.InRange(g.Delay, TimeSpan.Zero, TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task What_a_call_did_not_use_can_be_used_by_others()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        using var budget = Budget(storage, 1_000);
        var grant = await budget.ReserveAsync(900, Token);
        Assert.False((await budget.ReserveAsync(200, Token)).Granted);

        await budget.SettleAsync(grant, 300, Token);

        Assert.True((await budget.ReserveAsync(700, Token)).Granted);
        Assert.False((await budget.ReserveAsync(1, Token)).Granted);
    }

    [Fact]
    public async Task Without_a_budget_nothing_is_stored()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        using var budget = Budget(storage, null);

        Assert.True((await budget.ReserveAsync(1_000_000, Token)).Granted);
        Assert.Empty(storage.Counter.Calls);
    }

    private static StoredTokenBudget Budget(StorageDriver storage, long? most)
        => new(storage.Account, Options.Create(new OpenAIOptions { DailyTokenBudget = most }), TimeProvider.System);
}
