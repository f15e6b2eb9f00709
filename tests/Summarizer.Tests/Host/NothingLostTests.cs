using System.Net;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host;

public sealed class NothingLostTests(AzuriteFixture azurite)
{
    private const int Uploads = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_dropped_straight_into_the_container_are_noticed()
    {
        var connection = azurite.NextAccount();
        await using var host = await HostDriver.StartAsync(connection);
        var container = new BlobContainerClient(connection, StorageNames.Articles);

        await container.GetBlobClient("dropped/by hand.txt").UploadAsync(BinaryData.FromBytes(Articles.Text()), Token);

        var (status, result) = await host.EndOfAsync("dropped/by%20hand.txt");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("dropped/by hand.txt", result.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_kill_in_the_middle_loses_nothing()
    {
        var connection = azurite.NextAccount();
        using var first = HostProcess.Start(connection, [FirstFile], ("Articles__Parallel", "1"));
        var container = new BlobContainerClient(connection, StorageNames.Articles);
        await Wait.UntilAsync(async () => await container.ExistsAsync(Token));
        await Parallel.ForAsync(0, Uploads, Token, async (i, token) =>
            await container.GetBlobClient($"{i}.txt").UploadAsync(BinaryData.FromBytes(Articles.Text(i + 1)), token));
        first.Kill();
        Assert.NotEqual(0, await first.EndAsync());

        using var second = HostProcess.Start(connection, ["--once", FirstFile]);

        Assert.True(await second.EndAsync() == 0, second.Errors);
        var results = new ResultStore(StorageAccount.Connect(Settings(connection), StorageUse.Background, new ContainerRecreations()));
        for (var i = 0; i < Uploads; i++)
        {
            var result = (await results.ReadAsync($"{i}.txt", Token))?.Parse();
            Assert.Contains($"Council number {i + 1} ", result?.Article?.Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_article_that_waited_is_taken_up_when_its_time_comes()
    {
        var connection = azurite.NextAccount();
        await using var host = await HostDriver.StartAsync(connection);
        var account = host.Account;
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");
        var etag = await new ArticleStore(account, Microsoft.Extensions.Options.Options.Create(new ArticlesOptions()))
            .ETagAsync("a.txt", Token);
        await account.Results.GetBlobClient("a.txt.json").DeleteAsync(cancellationToken: Token);

        await new RetryQueue(account).SendAsync(new RetryMessage("a.txt", etag, 2), TimeSpan.Zero, Token);

        Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("a.txt")).Status);
        await Wait.UntilAsync(async () => await new RetryQueue(account).IsEmptyAsync(Token));
    }

    private static string FirstFile
        => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"))[0];

    private static IConfiguration Settings(string connection) => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, (string?)connection)]).Build();
}
