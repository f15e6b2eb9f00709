using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Support;
using static Summarizer.Tests.Catalog.Targets.TargetArticles;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>
/// The same target in several articles is one in every list, whatever they call it; an article keeps its own name for it.
/// </summary>
public sealed class TargetRoutesTests(AzuriteFixture azurite)
{
    private static readonly ArticleResult[] Seeded =
    [
        Result("a.txt", Person("Joe Biden", "Biden"), Place("United States", "U.S.")),
        Result("b.txt", Person("Biden"), Place("US")),
        Result("c.txt", Topic("American")),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Targets_are_listed_with_aliases_and_counts()
    {
        await using var host = await SeedAsync(azurite.NextAccount());

        var all = await JsonAsync(host, "/api/targets");
        var found = await JsonAsync(host, "/api/targets?q=B%C3%ADD&type=person");

        Assert.Equal(
            [
                """{"name":"United States","type":"place","aliases":["American","U.S.","US"],"articles":3,"mentions":9,"""
                + "\"stances\":{\"favor\":3,\"against\":0,\"neutral\":0,\"unclear\":0}}",
                """{"name":"Joe Biden","type":"person","aliases":["Biden"],"articles":2,"mentions":6,"""
                + "\"stances\":{\"favor\":2,\"against\":0,\"neutral\":0,\"unclear\":0}}",
            ],
            all.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()));
        Assert.Equal((JsonValueKind.Null, 2), (all.GetProperty("cursor").ValueKind, all.GetProperty("total").GetInt32()));
        Assert.Equal(["Joe Biden"], Values(found, "items", "name"));
        Assert.Equal(0, (await JsonAsync(host, "/api/targets?q=biden&type=place")).GetProperty("total").GetInt32());
        Assert.Equal(["United States"], Values(await JsonAsync(host, "/api/targets?q=america"), "items", "name"));
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended()
    {
        await using var host = await SeedAsync(azurite.NextAccount());

        var first = await JsonAsync(host, "/api/targets?limit=1");
        var second = await JsonAsync(host, $"/api/targets?limit=1&cursor={first.GetProperty("cursor").GetString()}");
        using var wrong = await host.GetAsync("/api/targets?cursor=none");

        Assert.Equal(["United States"], Values(first, "items", "name"));
        Assert.Equal(["Joe Biden"], Values(second, "items", "name"));
        Assert.Equal((2, JsonValueKind.Null), (second.GetProperty("total").GetInt32(), second.GetProperty("cursor").ValueKind));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData("Joe Biden")]
    [InlineData("biden")]
    public async Task Any_name_finds_all_and_every_list_says_the_canonical_one(string name)
    {
        await using var host = await SeedAsync(azurite.NextAccount());

        var articles = await JsonAsync(host, $"/api/articles?target={name}&stance=favor");
        var stances = await JsonAsync(host, $"/api/stances?target={name}");
        var matrix = await JsonAsync(host, $"/api/stances/matrix?target={name}");
        var timeline = await JsonAsync(host, $"/api/stances/timeline?target={name}");

        Assert.Equal(["b.txt", "a.txt"], Values(articles, "items", "name"));
        Assert.Equal(["Joe Biden", "Joe Biden"], Values(stances, "items", "target"));
        Assert.Equal(["Biden", "Joe Biden"], Values(stances, "items", "named"));
        Assert.Equal(["Joe Biden"], Values(matrix, "rows", "target"));
        Assert.Equal(2, matrix.GetProperty("rows")[0].GetProperty("all").GetProperty("favor").GetInt32());
        Assert.Equal("Joe Biden", timeline.GetProperty("target").GetString());
    }

    [Fact]
    public async Task The_matrix_has_one_row_for_each()
    {
        await using var host = await SeedAsync(azurite.NextAccount());

        Assert.Equal(["United States", "Joe Biden"], Values(await JsonAsync(host, "/api/stances/matrix"), "rows", "target"));
        Assert.Equal(
            ["United States", "Joe Biden"], Values(await JsonAsync(host, "/api/stances/matrix?publisher=the%20herald"), "rows", "target"));
    }

    [Fact]
    public async Task The_feed_says_the_canonical_name_and_the_article_its_own()
    {
        await using var host = await SeedAsync(azurite.NextAccount());

        using var feed = await host.GetAsync("/api/feed.atom");
        var article = await JsonAsync(host, "/api/articles/b.txt");
        var chips = (await JsonAsync(host, "/api/articles?prefix=b")).GetProperty("items")[0];

        var entry = XDocument.Parse(await feed.Content.ReadAsStringAsync(Token)).Descendants()
            .First(e => e.Name.LocalName == "entry" && e.Value.Contains("b.txt", StringComparison.Ordinal));
        Assert.Equal(
            ["Joe Biden", "United States"],
            entry.Elements().Where(e => e.Name.LocalName == "category").Select(e => e.Attribute("term")!.Value));
        Assert.Equal(
            ["Biden", "US"],
            article.GetProperty("stances").EnumerateArray().Select(s => s.GetProperty("target").GetProperty("name").GetString()!));
        Assert.Equal(["Joe Biden", "United States"], Values(chips, "stances", "target"));
        Assert.Equal(["Biden", "US"], Values(chips, "stances", "named"));
    }

    [Fact]
    public async Task A_host_that_starts_later_knows_the_same_and_a_deletion_parts_them()
    {
        var account = azurite.NextAccount();
        await using (await SeedAsync(account))
        {
        }

        await using var host = await HostDriver.StartAsync(account);
        Assert.Equal(["United States", "Joe Biden"], Values(await JsonAsync(host, "/api/targets"), "items", "name"));

        using var removed = await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token);

        // Another page than the one requested before, which may be cached for a moment.
        Assert.Equal(["US", "Biden"], Values(await JsonAsync(host, "/api/targets?limit=100"), "items", "name"));
    }

    [Fact]
    public async Task What_is_told_live_says_the_canonical_name()
    {
        await using var host = await SeedAsync(azurite.NextAccount());
        using var response = await host.Client.GetAsync(
            new Uri("/api/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("event: ready", await events.ReadLineAsync(Token));

        await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(Result("d.txt", Person("Biden")), null, Token);

        string? line;
        do
        {
            line = await events.ReadLineAsync(Token);
        }
        while (line is not null && !line.Contains("d.txt", StringComparison.Ordinal));
        Assert.Contains("\"target\":\"Joe Biden\",\"named\":\"Biden\"", line, StringComparison.Ordinal);
    }

    /// <summary>A host whose articles stand there with their results, and which has looked at them.</summary>
    private static async Task<HostDriver> SeedAsync(string account)
    {
        var host = await HostDriver.StartAsync(account);
        foreach (var result in Seeded)
            await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(result, null, Token);
        using var answer = await host.GetAsync("/api/articles");
        return host;
    }

    private static IEnumerable<string> Values(JsonElement answer, string list, string name)
        => answer.GetProperty(list).EnumerateArray().Select(i => i.GetProperty(name).GetString()!);

    private static async Task<JsonElement> JsonAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
