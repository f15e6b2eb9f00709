using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

/// <summary>A deletion that began ends, and nothing brings its article back.</summary>
public sealed class DeletionTests(AzuriteFixture azurite)
{
    private const int Uploads = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_deleted_while_they_are_processed_are_not_served_again_and_leave_nothing()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        string[] names = [.. Enumerable.Range(0, Uploads).Select(i => $"{i}.txt")];

        var eight = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token };
        await Parallel.ForEachAsync(names, eight, async (name, token) =>
        {
            (await host.PutAsync(name, Articles.Text(name.Length))).Dispose();
            using var deleted = await host.Client.DeleteAsync(new Uri($"/api/articles/{name}", UriKind.Relative), token);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        });

        await GoneAsync(host, names);
    }

    [Fact]
    public async Task A_deletion_whose_client_hangs_up_is_carried_out()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"{i}.txt")];
        foreach (var name in names)
            (await host.PutAsync(name, Articles.Text())).Dispose();
        foreach (var name in names)
            await host.EndOfAsync(name);

        foreach (var name in names)
        {
            using var client = new TcpClient { LingerState = new LingerOption(true, 0) };
            await client.ConnectAsync(host.Address.Host, host.Address.Port, Token);
            var request = $"DELETE /api/articles/{name} HTTP/1.1\r\nHost: localhost\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
            // Once the first step is seen, the client is gone with a reset.
            while ((await host.Account.Work.NamesAsync()).Count == 0 && await StandsAsync(host, name))
                await Task.Yield();
        }

        await Wait.UntilAsync(async () => (await host.Account.Articles.NamesAsync()).Count == 0);
        await Wait.UntilAsync(async () => (await host.Account.Results.NamesAsync()).Count == 0);
        await GoneAsync(host, names);
    }

    [Fact]
    public async Task A_result_that_a_worker_elsewhere_writes_after_the_deletion_is_not_served()
    {
        var connection = azurite.NextAccount();
        await using var host = await HostDriver.StartAsync(connection);
        await using var elsewhere = await StorageDriver.StartAsync(connection);
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");
        var late = await elsewhere.ResultAsync("a.txt");
        (await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token)).Dispose();

        Assert.True(await elsewhere.Get<ResultStore>().TryWriteAsync(late!, null, Token));

        using var response = await host.GetAsync("/api/articles/a.txt");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var list = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/api/articles", UriKind.Relative), Token));
        Assert.Equal(0, list.RootElement.GetProperty("items").GetArrayLength());
    }

    private static async Task<bool> StandsAsync(HostDriver host, string name)
        => await host.Account.Articles.GetBlobClient(name).ExistsAsync(Token);

    private static async Task GoneAsync(HostDriver host, string[] names)
    {
        foreach (var name in names)
        {
            using var response = await host.GetAsync($"/api/articles/{name}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        using var list = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/api/articles", UriKind.Relative), Token));
        Assert.Equal(0, list.RootElement.GetProperty("items").GetArrayLength());
        Assert.Empty(await host.Account.Articles.NamesAsync());
        Assert.Empty(await host.Account.Results.NamesAsync());
        Assert.All(
            await host.Account.Work.NamesAsync(),
            name => Assert.Matches("^(removed|hosts?)/", name));
    }
}
