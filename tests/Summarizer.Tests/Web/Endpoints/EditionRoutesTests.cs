using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Editions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>Editions and reviews in the answers of lists and matrices, through the containers.</summary>
public sealed class EditionRoutesTests(AzuriteFixture azurite)
{
    private static readonly string Text = TextShinglesTests.Prose(1, 300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Editions_are_told_with_what_differs_and_count_once_unless_each_is_asked_for()
    {
        await using var host = await SeedAsync(
            Article("a.txt", Text + "\n\nOnly the first has this paragraph.", Stance.Favor),
            Article("b.txt", Text.Replace("word2244 ", "reworded ", StringComparison.Ordinal), Stance.Against),
            Article("c.txt", TextShinglesTests.Prose(1, 60), Stance.Favor),
            Article("d.txt", TextShinglesTests.Prose(9, 300), Stance.Favor));

        var list = await JsonAsync(host, "/api/editions/a.txt");
        var once = await JsonAsync(host, "/api/stances/matrix");
        var each = await JsonAsync(host, "/api/stances/matrix?editions=each");

        var editions = list.GetProperty("editions").EnumerateArray().ToArray();
        Assert.Equal(
            [("b.txt", "edition"), ("c.txt", "derived")],
            editions.Select(e => (e.GetProperty("name").GetString(), e.GetProperty("label").GetString())));
        Assert.Contains(
            editions[0].GetProperty("removed").EnumerateArray(),
            r => r.GetProperty("text").GetString() == "Only the first has this paragraph.");
        Assert.Equal(
            "reworded ", editions[0].GetProperty("changed")[0].GetProperty("right").GetProperty("text").GetString());
        Assert.Equal(
            """{"target":"Derna","holder":"author","left":"favor","right":"against"}""",
            editions[0].GetProperty("stances")[0].GetRawText());
        Assert.Equal(3, Total(once));
        Assert.Equal(4, Total(each));
    }

    [Fact]
    public async Task A_process_that_comes_later_knows_editions_and_reviews_from_the_containers()
    {
        var account = azurite.NextAccount();
        await using (var first = await HostDriver.StartAsync(account))
        {
            await WriteAsync(first, Article("a.txt", Text, Stance.Favor), Article("b.txt", Text + " More.", Stance.Favor));
            (await ReviewAsync(first, "a.txt", "against")).Dispose();
        }

        await using var later = await HostDriver.StartAsync(account);
        var items = await Wait.UntilAsync(
            async () => (await JsonAsync(later, "/api/articles")).GetProperty("items"),
            found => found.EnumerateArray().All(i => i.GetProperty("editions").GetInt32() == 1));

        var a = items.EnumerateArray().Single(i => i.GetProperty("name").GetString() == "a.txt");
        Assert.True(a.GetProperty("reviewed").GetBoolean());
        Assert.Equal("against", a.GetProperty("stances")[0].GetProperty("stance").GetString());
        var stances = (await JsonAsync(later, "/api/stances?stance=against")).GetProperty("items");
        Assert.True(Assert.Single(stances.EnumerateArray()).GetProperty("reviewed").GetBoolean());
    }

    [Fact]
    public async Task A_review_counts_at_once_and_goes_with_its_article()
    {
        await using var host = await SeedAsync(
            Article("a.txt", Text, Stance.Favor), Article("b.txt", TextShinglesTests.Prose(9, 99), Stance.Favor));

        (await ReviewAsync(host, "a.txt", "against")).Dispose();
        var reviewed = await JsonAsync(host, "/api/articles?reviewed=true");
        var matrix = (await JsonAsync(host, "/api/stances/matrix")).GetProperty("rows")[0].GetProperty("all");
        (await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token)).Dispose();
        var after = await JsonAsync(host, "/api/articles?reviewed=true");

        Assert.Equal("a.txt", Assert.Single(reviewed.GetProperty("items").EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal((1, 1), (matrix.GetProperty("favor").GetInt32(), matrix.GetProperty("against").GetInt32()));
        Assert.Equal(0, after.GetProperty("items").GetArrayLength());
        Assert.Empty(await host.Account.Reviews.NamesAsync());
    }

    [Theory]
    [InlineData("/api/editions/none.txt", HttpStatusCode.NotFound, "no-article")]
    [InlineData("/api/editions/a.txt?limit=1", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/editions/a%2F%2Fb", HttpStatusCode.BadRequest, "bad-name")]
    [InlineData("/api/stances/matrix?editions=twice", HttpStatusCode.BadRequest, "bad-query")]
    [InlineData("/api/articles?editions=each", HttpStatusCode.BadRequest, "bad-query")]
    public async Task What_is_wrong_is_named(string address, HttpStatusCode status, string code)
    {
        await using var host = await SeedAsync(Article("a.txt", Text, Stance.Favor));

        using var response = await host.GetAsync(address);

        await ArticleRoutesTests.AssertProblemAsync(response, status, code);
    }

    private static int Total(JsonElement matrix)
    {
        var all = matrix.GetProperty("rows")[0].GetProperty("all");
        return all.GetProperty("favor").GetInt32() + all.GetProperty("against").GetInt32() + all.GetProperty("neutral").GetInt32();
    }

    private static ArticleResult Article(string name, string text, Stance stance)
    {
        var result = Results.Of(name, 1, stances: ("Derna", stance));
        return result with { Article = result.Article! with { Text = text } };
    }

    private static async Task<HttpResponseMessage> ReviewAsync(HostDriver host, string name, string stance)
    {
        var verdict = $$"""{"kind":"stance","target":"Derna","verdict":"corrected","stance":"{{stance}}","reviewer":"anna"}""";
        using var body = new StringContent($$"""{"verdicts":[{{verdict}}]}""", Encoding.UTF8, "application/json");
        var response = await host.Client.PutAsync(new Uri($"/api/reviews/{name}", UriKind.Relative), body, Token);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response;
    }

    /// <summary>The catalog is asked first, so that it takes over what follows with its texts.</summary>
    private async Task<HostDriver> SeedAsync(params ArticleResult[] results)
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        await JsonAsync(host, "/api/articles");
        await WriteAsync(host, results);
        return host;
    }

    private static async Task WriteAsync(HostDriver host, params ArticleResult[] results)
    {
        foreach (var result in results)
            Assert.True(await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(result, null, Token));
    }

    private static async Task<JsonElement> JsonAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));
    }
}
