using System.Net;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

/// <summary>A container or the queue is removed while the host runs.</summary>
public sealed class RecreationTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("results")]
    [InlineData("articles")]
    [InlineData("article-work")]
    [InlineData("article-retries")]
    public async Task It_is_made_again_and_the_work_goes_on(string removed)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("before.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("before.txt");
        var account = host.Account;
        await (removed switch
        {
            "results" => account.Results.DeleteAsync(cancellationToken: Token),
            "articles" => account.Articles.DeleteAsync(cancellationToken: Token),
            "article-work" => account.Work.DeleteAsync(cancellationToken: Token),
            _ => account.Retries.DeleteAsync(Token),
        });

        using var health = await host.GetAsync("/api/health");
        using var put = await host.PutAsync("after.txt", Articles.Text(2));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("after.txt")).Status);
        await Wait.UntilAsync(async () => (await ListAsync(host)).Contains("\"after.txt\"", StringComparison.Ordinal));
        using var delete = await host.Client.DeleteAsync(new Uri("/api/articles/after.txt", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
        // A result that went with its container is made again from the article, without a restart.
        if (removed == "results")
            Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("before.txt")).Status);
    }

    private static async Task<string> ListAsync(HostDriver host)
    {
        using var list = await host.GetAsync("/api/articles");
        return await list.Content.ReadAsStringAsync(Token);
    }
}
