using System.Text.Json;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Removals;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Pipeline.Removals;

public sealed class ArticleRemovalTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tombstone_comes_before_anything_is_removed()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text());
        await storage.Processor.ProcessAsync("a.txt", Token);
        storage.Counter.Clear();

        await RemoveAsync(storage, "a.txt");

        Assert.Collection(
            storage.Counter.Calls.Where(c => c[0] is 'P' or 'D'),
            call => Assert.Matches("^POST .*/article-retries/messages$", call),
            call => Assert.Matches("^PUT .*/article-work/removed/", call),
            call => Assert.Matches("^DELETE .*/articles/a.txt$", call),
            call => Assert.Matches("^DELETE .*/results/a.txt.json$", call),
            call => Assert.Matches("^DELETE .*/reviews/a.txt.json$", call),
            call => Assert.Matches("^DELETE .*/article-work/waiting/", call));
    }

    /// <summary>After each step of a removal the process dies; whoever receives the tombstone completes it.</summary>
    [Theory]
    [InlineData("/article-work/removed/")]
    [InlineData("DELETE *articles/a.txt")]
    [InlineData("DELETE *results/a.txt.json")]
    [InlineData("DELETE *reviews/a.txt.json")]
    [InlineData("DELETE *article-work/waiting/")]
    public async Task A_removal_that_was_cut_off_is_completed_by_whoever_finds_the_tombstone(string at)
    {
        var account = azurite.NextAccount();
        await using var dying = await StorageDriver.StartAsync(account);
        await using var other = await StorageDriver.StartAsync(account);
        var version = await dying.PutAsync("a.txt", Articles.Text());
        await dying.Processor.ProcessAsync("a.txt", Token);
        var parts = at.Split('*');
        dying.Counter.CrashAt = call => parts.All(p => call.Contains(p, StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<Exception>(() => RemoveAsync(dying, "a.txt"));
        await SweepAsync(other, version);

        Assert.Empty(await other.Account.Articles.NamesAsync());
        Assert.Empty(await other.Account.Results.NamesAsync());
        Assert.Empty(await other.Account.Work.NamesAsync());
    }

    [Fact]
    public async Task An_upload_that_came_after_the_removal_stays_when_the_tombstone_is_looked_at()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var version = await storage.PutAsync("a.txt", Articles.Text(1));
        await storage.Processor.ProcessAsync("a.txt", Token);
        await RemoveAsync(storage, "a.txt");
        var newer = await storage.PutAsync("a.txt", Articles.Text(2));
        await storage.Processor.ProcessAsync("a.txt", Token);

        await SweepAsync(storage, version);

        Assert.Equal(newer, (await storage.ResultAsync("a.txt"))!.Source.ETag);
        Assert.Empty(await storage.Account.Work.NamesAsync());
    }

    [Fact]
    public async Task A_result_that_another_host_writes_after_the_removal_is_not_listed_and_is_swept_away()
    {
        var account = azurite.NextAccount();
        await using var storage = await StorageDriver.StartAsync(account);
        await using var other = await StorageDriver.StartAsync(account);
        var version = await storage.PutAsync("a.txt", Articles.Text());
        await storage.Processor.ProcessAsync("a.txt", Token);
        var late = await storage.ResultAsync("a.txt");
        await RemoveAsync(storage, "a.txt");
        Assert.True(await other.Get<ResultStore>().TryWriteAsync(late!, null, Token));

        foreach (var host in new[] { storage, other })
            Assert.Empty((await host.Get<ArticleCatalog>().ListAsync(ArticleQuery.All, 9, default, Token)).Items);
        await SweepAsync(other, version);

        Assert.Empty(await storage.Account.Results.NamesAsync());
        Assert.Empty(await storage.Account.Work.NamesAsync());
    }

    [Fact]
    public async Task A_worker_of_this_process_takes_back_what_it_writes_after_the_removal_and_what_was_paid_for_it()
    {
        var drafting = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine(async (_, article) =>
        {
            drafting.SetResult();
            await goOn.Task;
            return engine!.Draft(article);
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());
        var working = storage.Processor.ProcessAsync("a.txt", Token);
        await drafting.Task;

        await RemoveAsync(storage, "a.txt");
        goOn.SetResult();

        Assert.Equal(ProcessingOutcome.Nothing, await working);
        Assert.Empty(await storage.Account.Results.NamesAsync());
        Assert.All(await storage.Account.Work.NamesAsync(), name => Assert.StartsWith("removed/", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_takes_longer_than_a_tombstone_stands_looks_once_more_itself()
    {
        var account = azurite.NextAccount();
        await using var remover = await StorageDriver.StartAsync(account);
        await using var slow = await StorageDriver.StartAsync(account);
        var version = await remover.PutAsync("a.txt", Articles.Text());
        await remover.Processor.ProcessAsync("a.txt", Token);
        var late = await remover.ResultAsync("a.txt");
        await RemoveAsync(remover, "a.txt");
        await SweepAsync(remover, version);
        var time = TimeProvider.System;
        var longAgo = time.GetTimestamp() - (time.TimestampFrequency * 40);

        Assert.Equal(WriteOutcome.Superseded, await slow.Get<ResultWriter>().WriteAsync(late!, longAgo, false, Token));

        Assert.Empty(await slow.Account.Results.NamesAsync());
    }

    private static async Task RemoveAsync(StorageDriver storage, string name)
        => Assert.Equal(RemovalOutcome.Removed, await storage.Get<ArticleRemoval>().RemoveAsync(name, WriteCondition.None));

    /// <summary>Hands a tombstone to a worker, although its time has not come.</summary>
    private static async Task SweepAsync(StorageDriver storage, string version)
    {
        Assert.True(await storage.QueueLengthAsync() > 0);
        await storage.Retries.HandleAsync(
            JsonSerializer.Serialize(new RetryMessage("a.txt", version, 1, IsTombstone: true), StorageJson.Compact.RetryMessage),
            null,
            Token);
    }
}
