using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

public sealed class StanceRoutesTests(AzuriteFixture azurite)
{
    private const string Target = "Khalifa Haftar";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "author")]
    [InlineData("&holder=author", "author")]
    [InlineData("&holder=quoted", "Anna Holt")]
    [InlineData("&holder=all", "author,Anna Holt")]
    public async Task The_authors_stances_count_unless_others_are_asked_for(string holder, string held)
    {
        await using var host = await SeedAsync(Quoting("a.txt"));
        var holders = held.Split(',');

        var stances = await JsonAsync(host, $"/api/stances?target={Target}{holder}");
        var matrix = await JsonAsync(host, $"/api/stances/matrix?target={Target}{holder}");
        var timeline = await JsonAsync(host, $"/api/stances/timeline?target={Target}{holder}");
        var against = await JsonAsync(host, $"/api/articles?target={Target}&stance=against{holder}");

        Assert.Equal(holders, stances.GetProperty("items").EnumerateArray().Select(s => s.GetProperty("holder").GetString()));
        var mean = holders switch { ["author"] => 1, [_] => -1, _ => 0 };
        Assert.Equal(mean, matrix.GetProperty("rows")[0].GetProperty("all").GetProperty("mean").GetDouble());
        Assert.Equal(mean, timeline.GetProperty("months")[0].GetProperty("count").GetProperty("mean").GetDouble());
        Assert.Equal(holders.Contains("Anna Holt") ? 1 : 0, against.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Whom_only_people_quoted_speak_of_takes_no_row()
    {
        var quoted = Results.Of("q.txt", 1, stances: ("Anna Holt", Stance.Against));
        quoted = quoted with { Stances = [quoted.Stances[0] with { Holder = "Tom Reed" }] };
        await using var host = await SeedAsync(
            quoted, quoted with { Name = "r.txt" }, Results.Of("a.txt", 2, stances: (Target, Stance.Favor)));

        foreach (var filter in new[] { "", "&from=2000-01-01", "&q=title" })
        {
            var rows = (await JsonAsync(host, $"/api/stances/matrix?limit=1{filter}")).GetProperty("rows");
            if (filter.StartsWith("&from", StringComparison.Ordinal))
                Assert.Equal(0, rows.GetArrayLength());
            else
                Assert.Equal(Target, rows[0].GetProperty("target").GetString());
        }
    }

    [Fact]
    public async Task What_the_engine_is_unsure_of_weighs_less()
    {
        await using var host = await SeedAsync(
            Said("a.txt", Stance.Favor, 0.9, "2018-05-01"),
            Said("b.txt", Stance.Against, 0.3, "2018-05-02"),
            Said("c.txt", Stance.Neutral, 0, "2018-06-01"));

        var all = (await JsonAsync(host, "/api/stances/matrix")).GetProperty("rows")[0].GetProperty("all");
        var months = (await JsonAsync(host, $"/api/stances/timeline?target={Target}")).GetProperty("months");

        // (0.9 − 0.3) / (0.9 + 0.3 + 0); every article is counted all the same.
        Assert.Equal("""{"favor":1,"against":1,"neutral":1,"unclear":0,"mean":0.5,"confidence":0.4}""", all.GetRawText());
        Assert.Equal(
            """{"favor":1,"against":1,"neutral":0,"unclear":0,"mean":0.5,"confidence":0.6}""", months[0].GetProperty("count").GetRawText());
        Assert.Equal(
            """{"favor":0,"against":0,"neutral":1,"unclear":0,"mean":0,"confidence":0}""", months[1].GetProperty("count").GetRawText());
    }

    [Fact]
    public async Task A_list_says_how_sure_a_stance_is_and_puts_the_unsure_last()
    {
        var result = Results.Of("a.txt", 1, stances: [("Derna", Stance.Against), ("Egypt", Stance.Neutral)]);
        await using var host = await SeedAsync(result with { Stances = [result.Stances[0] with { Confidence = 0.41 }, result.Stances[1]] });

        var chips = (await JsonAsync(host, "/api/articles")).GetProperty("items")[0].GetProperty("stances");

        Assert.Equal(
            [("Egypt", 0.8), ("Derna", 0.41)],
            chips.EnumerateArray().Select(c => (c.GetProperty("target").GetString()!, c.GetProperty("confidence").GetDouble())));
    }

    private static ArticleResult Said(string name, Stance stance, double confidence, string day)
    {
        var result = Results.Of(name, 1, published: DateOnly.Parse(day, null), stances: (Target, stance));
        return result with { Stances = [result.Stances[0] with { Confidence = confidence }] };
    }

    /// <summary>An author who is for somebody, and quotes who is against.</summary>
    private static ArticleResult Quoting(string name)
    {
        var result = Results.Of(name, 1, published: new DateOnly(2018, 5, 16), stances: (Target, Stance.Favor));
        return result with { Stances = [result.Stances[0], result.Stances[0] with { Holder = "Anna Holt", Stance = Stance.Against }] };
    }

    private async Task<HostDriver> SeedAsync(params ArticleResult[] results)
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var result in results)
            await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(result, null, Token);
        return host;
    }

    private static async Task<JsonElement> JsonAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
