using System.Net;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host.Intake;
using Summarizer.Host.Intake.Sharing;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Intake.Sharing;

public sealed class SharingTests(AzuriteFixture azurite)
{
    private const int Dropped = 40;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One test for the whole life of two hosts: each step takes the seconds that hosts need to see each other.</summary>
    [Fact]
    public async Task Two_hosts_read_each_article_once_and_one_goes_on_when_the_other_leaves()
    {
        var connection = azurite.NextAccount();
        var container = new BlobContainerClient(connection, StorageNames.Articles);
        await using var first = await HostDriver.StartAsync(connection);
        var second = await HostDriver.StartAsync(connection);
        await Wait.UntilAsync(() => HostsOf(first) == 2 && HostsOf(second) == 2);

        await Parallel.ForAsync(0, Dropped, Token, async (i, token) =>
            await container.GetBlobClient($"{i}.txt").UploadAsync(BinaryData.FromBytes(Articles.Text(i + 1)), token));
        (await second.PutAsync("over-http.txt", Articles.Text())).Dispose();
        string[] names = [.. Enumerable.Range(0, Dropped).Select(i => $"{i}.txt"), "over-http.txt"];
        foreach (var name in names)
            Assert.Equal(HttpStatusCode.OK, (await first.EndOfAsync(name)).Status);

        Assert.All(names, name => Assert.NotEqual(Through(first, name), Through(second, name)));
        Assert.Contains(names, name => Through(first, name));
        Assert.True(Through(second, "over-http.txt"));
        var orphan = Enumerable.Range(100, 100).Select(i => $"{i}.txt").First(name => !SplitOf(first).IsOwn(name, null));

        await second.DisposeAsync();
        await container.GetBlobClient(orphan).UploadAsync(BinaryData.FromBytes(Articles.Text()), Token);

        Assert.Equal(HttpStatusCode.OK, (await first.EndOfAsync(orphan)).Status);
        Assert.Equal(1, HostsOf(first));
    }

    private static WorkSplit SplitOf(HostDriver host) => host.Services.GetRequiredService<Membership>().Split!;

    private static int HostsOf(HostDriver host) => host.Services.GetRequiredService<Membership>().Split?.Hosts.Count() ?? 0;

    private static bool Through(HostDriver host, string name)
        => host.Services.GetRequiredService<ArticleDispatcher>().Outcomes.HasEnded(name);
}
