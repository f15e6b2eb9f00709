using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Storage;

public sealed class HostRollTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hosts_see_each_other_until_they_leave()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var roll = storage.Get<HostRegistry>();

        Assert.Empty(await roll.SignAsync("a", Token));
        var seen = Assert.Single(await roll.SignAsync("b", Token));
        Assert.Equal("a", seen.Host);
        Assert.InRange(seen.Age, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal("b", Assert.Single(await roll.SignAsync("a", Token)).Host);

        await roll.RemoveAsync("b", Token);
        Assert.Empty(await roll.SignAsync("a", Token));
    }

    [Fact]
    public async Task Of_hosts_that_come_at_once_no_two_both_believe_themselves_alone()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var roll = storage.Get<HostRegistry>();

        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => roll.SignAsync($"host{i}", Token)));

        Assert.InRange(seen.Count(others => others.Count == 0), 0, 1);
    }

    [Fact]
    public async Task An_upload_names_the_host_that_took_it_in()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var options = Microsoft.Extensions.Options.Options.Create(new ArticlesOptions());
        var store = new ArticleStore(storage.Account, options, host: new HostIdentity("a"));
        await store.WriteAsync("taken.txt", Articles.Text(), null, Token);
        await storage.Account.Articles.UploadBlobAsync("dropped.txt", BinaryData.FromBytes(Articles.Text()), Token);

        var listed = await storage.Articles.ListWithHostsAsync(Token)
            .ToDictionaryAsync(a => a.Article.Name, a => a.Host, cancellationToken: Token);

        Assert.Equal("a", listed["taken.txt"]);
        Assert.Null(listed["dropped.txt"]);
    }
}
