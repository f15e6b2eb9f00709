using System.Net;
using System.Text.Json;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>Reviews over all articles.</summary>
public sealed partial class ReviewRoutesTests
{
    [Fact]
    public async Task The_list_has_pages_and_filters()
    {
        await using var host = await SeedAsync("a.txt", "b.txt", "c.txt");
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
            (await PutAsync(host, name, Document(Accepted))).Dispose();
        var old = Corrected.Replace("}", ",\"at\":\"2020-02-02T00:00:00Z\"}", StringComparison.Ordinal);
        (await PutAsync(host, "b.txt", Document(old))).Dispose();

        var first = await JsonAsync(host, "/api/reviews?limit=2");
        var second = await JsonAsync(host, $"/api/reviews?limit=2&cursor={first.GetProperty("cursor").GetString()}");
        var ofBen = await JsonAsync(host, "/api/reviews?reviewer=ben");
        var recent = await JsonAsync(host, "/api/reviews?reviewer=ben&from=2021-01-01");

        Assert.Equal(["a.txt", "b.txt"], Names(first));
        Assert.Equal(["c.txt"], Names(second));
        Assert.Equal(["b.txt"], Names(ofBen));
        Assert.Equal(["ben"], Reviewers(ofBen.GetProperty("items")[0]));
        Assert.Empty(Names(recent));
        foreach (var query in new[] { "limit=0", "from=x", "cursor=%20", "other=1" })
        {
            using var refused = await host.GetAsync($"/api/reviews?{query}");
            await ArticleRoutesTests.AssertProblemAsync(refused, HttpStatusCode.BadRequest, "bad-query");
        }
    }

    [Fact]
    public async Task Labelled_articles_are_one_a_line_with_what_reviewers_settled()
    {
        await using var host = await SeedAsync("a.txt", "b.txt", "c.txt");
        (await PutAsync(host, "a.txt", Document(Corrected, Added))).Dispose();
        (await PutAsync(host, "b.txt", Document(Accepted, Corrected))).Dispose();
        (await PutAsync(host, "c.txt", Document(Accepted.Replace("accepted", "rejected", StringComparison.Ordinal)))).Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/reviews", UriKind.Relative));
        request.Headers.Accept.ParseAdd("application/x-ndjson");

        using var response = await host.Client.SendAsync(request, Token);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        var lines = (await response.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonElement.Parse(l)).ToArray();
        Assert.Equal(
            [("a.txt#Derna", "Derna", "against"), ("a.txt#libraries", "libraries", "favor")],
            lines.Select(l => (
                l.GetProperty("id").GetString(), l.GetProperty("target").GetString(), l.GetProperty("stance").GetString())));
        Assert.Equal(["id", "text", "title", "language", "target", "stance"], lines[0].EnumerateObject().Select(m => m.Name));
        Assert.Contains("indifferent to Derna", lines[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_counts_verdicts_by_engine_kind_and_confidence()
    {
        await using var host = await SeedAsync("a.txt", "b.txt");
        (await PutAsync(host, "a.txt", Document(Accepted, Corrected, Added))).Dispose();
        (await PutAsync(host, "b.txt", Document(Accepted, Accepted.Replace("anna", "ben", StringComparison.Ordinal)))).Dispose();

        var agreement = await JsonAsync(host, "/api/agreement");

        Assert.Equal(2, agreement.GetProperty("articles").GetInt32());
        Assert.Equal("""{"judged":4,"accepted":3,"share":0.75}""", agreement.GetProperty("all").GetRawText());
        Assert.Equal(1, agreement.GetProperty("added").GetInt32());
        var engine = agreement.GetProperty("engines")[0];
        Assert.Equal(("embedded", "1"), (engine.GetProperty("engine").GetString(), engine.GetProperty("version").GetString()));
        var bin = agreement.GetProperty("confidence")[0];
        Assert.Equal((0.8, 4), (bin.GetProperty("from").GetDouble(), bin.GetProperty("count").GetProperty("judged").GetInt32()));
        // One of two agreed; both would by chance in half of the cases: (1/2 - 1/2) / (1 - 1/2).
        Assert.Equal(
            """{"left":"anna","right":"ben","claims":2,"agreed":1,"kappa":0}""", agreement.GetProperty("reviewers")[0].GetRawText());
    }
}
