using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>What the list, the feed and the events answer to filters, words and orders.</summary>
public sealed class CatalogRoutesTests(AzuriteFixture azurite)
{
    private static readonly string[] Shape =
    [
        "name", "status", "title", "headline", "publisher", "publishedOn", "processedAt", "stances", "editions", "reviewed", "snippet",
        "failure",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_has_its_shape_its_total_and_its_coverage()
    {
        await using var host = await SeedAsync();

        var all = await JsonAsync(host, "/api/articles?limit=1");
        var found = await JsonAsync(host, "/api/articles?q=indifferent%20%22egypt%22&sort=relevance");

        Assert.Equal(["items", "cursor", "total", "coverage"], all.EnumerateObject().Select(p => p.Name));
        Assert.Equal((3, 1), (all.GetProperty("total").GetInt32(), all.GetProperty("coverage").GetDouble()));
        Assert.Equal(Shape, all.GetProperty("items")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("items")[0].GetProperty("snippet").ValueKind);
        var snippet = found.GetProperty("items").EnumerateArray().Single().GetProperty("snippet");
        var (text, marks) = (snippet.GetProperty("text").GetString()!, snippet.GetProperty("marks").EnumerateArray());
        Assert.Equal(["indifferent", "Egypt"], marks.Select(m => text[m.GetProperty("start").GetInt32()..m.GetProperty("end").GetInt32()]));
    }

    [Theory]
    [InlineData("sort=processed", "c.txt b.txt a.txt")]
    [InlineData("sort=published", "b.txt c.txt a.txt")]
    [InlineData("sort=title", "c.txt a.txt b.txt")]
    [InlineData("minConfidence=0.75", "c.txt b.txt")]
    [InlineData("minConfidence=0.75&holder=quoted", "")]
    [InlineData("minConfidence=0.1&holder=all", "c.txt b.txt a.txt")]
    [InlineData("reviewed=false", "c.txt b.txt a.txt")]
    [InlineData("reviewed=true", "")]
    [InlineData("q=-egypt", "c.txt a.txt")]
    public async Task Filters_and_orders_are_taken(string query, string names)
    {
        await using var host = await SeedAsync();

        var items = (await JsonAsync(host, $"/api/articles?{query}")).GetProperty("items").EnumerateArray();

        Assert.Equal(names, string.Join(' ', items.Select(i => i.GetProperty("name").GetString())));
    }

    [Theory]
    [InlineData("/api/articles?sort=newest", "sort")]
    [InlineData("/api/articles?minConfidence=2", "minConfidence")]
    [InlineData("/api/articles?minConfidence=-1", "minConfidence")]
    [InlineData("/api/articles?minConfidence=NaN", "minConfidence")]
    [InlineData("/api/articles?reviewed=yes", "reviewed")]
    [InlineData("/api/feed.atom?sort=title", "sort")]
    [InlineData("/api/feed.atom?publsher=x", "publsher")]
    [InlineData("/api/events?limit=3", "limit")]
    [InlineData("/api/events?stance=odd", "stance")]
    public async Task What_means_nothing_is_named(string target, string named)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var response = await host.GetAsync(target);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(named, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_takes_filters_says_stances_and_goes_on()
    {
        await using var host = await SeedAsync();

        var first = await FeedAsync(host, "/api/feed.atom?limit=2&from=2000-01-01");
        var second = await FeedAsync(host, new Uri(Links(first)["next"]).PathAndQuery);
        var egypt = await FeedAsync(host, "/api/feed.atom?target=Egypt&stance=against");

        Assert.Equal(["c.txt", "b.txt"], Articles(first));
        Assert.Equal(["a.txt"], Articles(second));
        Assert.False(Links(second).ContainsKey("next"));
        Assert.Equal(["b.txt"], Articles(egypt));
        Assert.Equal(["against (author, 0.80)"], Elements(egypt, "category").Select(c => c.Attribute("label")!.Value));
        Assert.EndsWith("?target=Egypt&stance=against", Links(egypt)["self"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_tell_what_a_filter_finds_with_its_stances_and_every_removal()
    {
        await using var host = await SeedAsync();
        using var response = await host.Client.GetAsync(
            new Uri("/api/events?target=Egypt&q=indifferent", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        Assert.Equal("event: ready", await events.ReadLineAsync(Token));
        var results = host.Services.GetRequiredService<ResultStore>();

        await results.TryWriteAsync(Results.Of("other.txt", 8, stances: ("Derna", Stance.Favor)), null, Token);
        await results.TryWriteAsync(Results.Of("egypt.txt", 9, stances: ("Egypt", Stance.Favor)), null, Token);
        var version = (await results.VersionAsync("other.txt", Token))!.Value.ETag;
        await results.TryDeleteAsync("other.txt", version, Token);

        var told = new List<string>();
        while (told.Count < 2)
        {
            if (await events.ReadLineAsync(Token) is { } line && line.StartsWith("data: {\"", StringComparison.Ordinal))
                told.Add(line);
        }

        Assert.Contains("egypt.txt", told[0], StringComparison.Ordinal);
        Assert.Contains("\"stances\":[{\"target\":\"Egypt\"", told[0], StringComparison.Ordinal);
        Assert.Equal("data: {\"name\":\"other.txt\"}", told[1]);
    }

    private async Task<HostDriver> SeedAsync()
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        // What is written before the first question is read by it; what is written after counts at once, text included.
        using var asked = await host.GetAsync("/api/articles");
        var a = Results.Of("a.txt", 1, "Middle", published: new DateOnly(2018, 1, 1), stances: ("Derna", Stance.Favor));
        foreach (var result in new[]
        {
            a with { Stances = [a.Stances[0] with { Confidence = 0.5 }] },
            Results.Of("b.txt", 2, "Zebra", published: new DateOnly(2020, 1, 1), stances: ("Egypt", Stance.Against)),
            Results.Of("c.txt", 3, "ärger", published: new DateOnly(2019, 1, 1), stances: ("Derna", Stance.Against)),
        })
            await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(result, null, Token);
        return host;
    }

    private static async Task<JsonElement> JsonAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
    }

    private static async Task<XDocument> FeedAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        return XDocument.Parse(await response.Content.ReadAsStringAsync(Token));
    }

    private static IEnumerable<XElement> Elements(XDocument feed, string name) => feed.Descendants().Where(e => e.Name.LocalName == name);

    private static IEnumerable<string> Articles(XDocument feed) => Elements(feed, "entry")
        .Select(e => e.Elements().Single(x => x.Name.LocalName == "id").Value.Split('/')[^1]);

    private static Dictionary<string, string> Links(XDocument feed) => feed.Root!.Elements().Where(e => e.Name.LocalName == "link")
        .ToDictionary(l => l.Attribute("rel")!.Value, l => l.Attribute("href")!.Value);
}
