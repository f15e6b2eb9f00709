using System.Net;
using System.Text.Json;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

public sealed class ListTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        string[] names = [.. Enumerable.Range(0, 7).Select(i => $"set/{i}.txt"), "other.txt"];
        foreach (var name in names)
            (await host.PutAsync(name, Articles.Text())).Dispose();
        foreach (var name in names)
            await host.EndOfAsync(name);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(host, $"?prefix=set/&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            var items = page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!).ToArray();
            Assert.True(items.Length <= 3);
            seen.AddRange(items);
            cursor = page.GetProperty("cursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(names[..7], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_says_what_the_result_says()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        var (_, result) = await host.EndOfAsync("a.txt");

        var item = (await ListAsync(host, "")).GetProperty("items").EnumerateArray().Single();

        Assert.Equal("succeeded", item.GetProperty("status").GetString());
        Assert.Equal(result.GetProperty("article").GetProperty("title").GetString(), item.GetProperty("title").GetString());
        Assert.Equal(result.GetProperty("summary").GetProperty("headline").GetString(), item.GetProperty("headline").GetString());
        Assert.Equal(result.GetProperty("processedAt").GetDateTime(), item.GetProperty("processedAt").GetDateTime());
    }

    [Fact]
    public async Task Status_selects()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("good.txt", Articles.Text())).Dispose();
        (await host.PutAsync("bad.txt", [])).Dispose();
        await host.EndOfAsync("good.txt");
        await host.EndOfAsync("bad.txt");

        var failed = (await ListAsync(host, "?status=failed")).GetProperty("items").EnumerateArray().Single();

        Assert.Equal("bad.txt", failed.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=201")]
    [InlineData("?limit=ten")]
    [InlineData("?status=done")]
    [InlineData("?cursor=%25%25")]
    [InlineData("?cursor=bm9uZQ")]
    public async Task Bad_queries_are_400(string query)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var response = await host.GetAsync($"/api/articles{query}");

        await ArticleRoutesTests.AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-query");
    }

    private static async Task<JsonElement> ListAsync(HostDriver host, string query)
    {
        using var response = await host.GetAsync($"/api/articles{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
