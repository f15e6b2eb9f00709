using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;
using Summarizer.Web.Formats;

namespace Summarizer.Tests.Web.Formats;

public sealed class FormatTests(AzuriteFixture azurite)
{
    private const string Hostile = "<script>alert(1)</script>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/markdown", "text/markdown")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("text/html;q=0.1, text/markdown;q=0.2", "text/markdown")]
    [InlineData("text/html;q=0, */*", "application/json")]
    [InlineData("image/png", "application/json")]
    public async Task The_client_chooses(string? accept, string type)
    {
        await using var host = await SeedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/articles/a.txt", UriKind.Relative));
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);

        using var response = await host.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task Each_format_has_a_version_of_its_own()
    {
        await using var host = await SeedAsync();
        using var markdown = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/articles/a.txt", UriKind.Relative));
        markdown.Headers.Add("Accept", "text/markdown");
        using var first = await host.Client.SendAsync(markdown, Token);

        using var asJson = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/articles/a.txt", UriKind.Relative));
        asJson.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/articles/a.txt", UriKind.Relative));
        again.Headers.Add("Accept", "text/markdown");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(asJson, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Client.SendAsync(again, Token)).StatusCode);
    }

    [Fact]
    public void Markup_in_an_article_is_text_in_every_format()
    {
        var result = Results.Of(Hostile, 1, Hostile, Hostile, null, (Hostile, Stance.Against));

        Assert.DoesNotContain("<script", ResultHtml.Render(result), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", ResultMarkdown.Render(result).Replace("\\<", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase);
        var feed = AtomFeed.Create(
            new FeedAddress("http://localhost/", "", null),
            [
                new ArticleItem(
                    "a\u0000b\uD800c", ListStatus.Succeeded, Hostile, Hostile, Hostile, null, DateTime.UnixEpoch,
                    [new StanceChip(Hostile, Hostile, Hostile, Stance.Against, 0.5, false)], 0, false, null, null),
            ],
            DateTime.UnixEpoch);
        Assert.Equal(Hostile,
            XDocument.Load(new MemoryStream(feed)).Descendants().First(e => e.Name.LocalName == "entry").Elements().First().Value);
    }

    [Fact]
    public void A_spreadsheet_finds_no_formula()
    {
        var csv = Csv.From([new(
            "=1+1", "@SUM(A1)", "+a, \"b\"\nc", null, "-x", TargetType.Topic, "author", Stance.Favor, 0.5, "- 5", "=x")]);

        Assert.EndsWith(
            "\r\n'=1+1,'@SUM(A1),\"'+a, \"\"b\"\"\nc\",,'-x,topic,author,favor,0.5,'- 5,'=x\r\n",
            csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_table_goes_on_by_its_link()
    {
        await using var host = await SeedAsync();
        var rows = new List<string>();
        Uri? next = new("/api/stances?limit=1", UriKind.Relative);
        while (next is not null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Add("Accept", "text/csv");
            using var response = await host.Client.SendAsync(request, Token);
            rows.AddRange((await response.Content.ReadAsStringAsync(Token)).Split("\r\n")[1..^1]);
            next = response.Headers.TryGetValues("Link", out var link)
                ? new Uri(link.Single().Split('<', '>')[1], UriKind.Relative)
                : null;
        }

        Assert.Equal(3, rows.Count);
        Assert.Equal(3, rows.Distinct().Count());
    }

    private async Task<HostDriver> SeedAsync()
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        var results = host.Services.GetRequiredService<ResultStore>();
        await results.TryWriteAsync(Results.Of("a.txt", 1, stances: [("Derna", Stance.Favor), ("Egypt", Stance.Against)]), null, Token);
        await results.TryWriteAsync(Results.Of("b.txt", 2, stances: ("Derna", Stance.Neutral)), null, Token);
        return host;
    }
}
