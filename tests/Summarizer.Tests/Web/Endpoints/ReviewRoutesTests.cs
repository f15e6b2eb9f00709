using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>Reviews through the real pipeline, beside real results.</summary>
public sealed partial class ReviewRoutesTests(AzuriteFixture azurite)
{
    private const string Accepted = """{"kind":"stance","target":"Derna","verdict":"accepted","reviewer":"anna"}""";

    private const string Corrected =
        """{"kind":"stance","target":"derna","holder":"author","verdict":"corrected","stance":"against","note":"n","reviewer":"ben"}""";

    private const string Added = """
        {"kind":"stance","target":"libraries","type":"topic","verdict":"added","stance":"favor","reviewer":"anna",
         "evidence":[{"quote":"nobody here  is indifferent to Derna"}]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_review_is_stored_as_the_document_of_the_design_and_read_again()
    {
        await using var host = await SeedAsync("2018/a b.txt");

        using var put = await PutAsync(host, "2018/a%20b.txt", Document(Accepted, Added));
        using var get = await host.GetAsync("/api/reviews/2018/a%20b.txt");

        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.Equal("/api/reviews/2018/a%20b.txt", put.Headers.Location!.OriginalString);
        Assert.Equal(put.Headers.ETag, get.Headers.ETag);
        var blob = await host.Account.Reviews.GetBlobClient("2018/a b.txt.json").DownloadContentAsync(Token);
        var stored = JsonElement.Parse(blob.Value.Content);
        Assert.Equal(["schemaVersion", "name", "verdicts"], stored.EnumerateObject().Select(m => m.Name));
        Assert.Equal("2018/a b.txt", stored.GetProperty("name").GetString());
        Assert.Equal(
            ["kind", "target", "holder", "verdict", "stance", "reviewer", "at"],
            stored.GetProperty("verdicts")[0].EnumerateObject().Select(m => m.Name));
        Assert.Equal("favor", stored.GetProperty("verdicts")[0].GetProperty("stance").GetString());

        var evidence = (await BodyAsync(get)).GetProperty("verdicts")[1].GetProperty("evidence")[0];
        var text = (await JsonAsync(host, "/api/articles/2018/a%20b.txt")).GetProperty("article").GetProperty("text").GetString()!;
        Assert.Equal("Nobody here is indifferent to Derna", evidence.GetProperty("quote").GetString());
        Assert.Equal(
            evidence.GetProperty("quote").GetString(),
            text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public async Task Two_reviewers_keep_each_others_verdicts_and_disagreement_is_told()
    {
        await using var host = await SeedAsync("a.txt");

        (await PutAsync(host, "a.txt", Document(Accepted))).Dispose();
        using var second = await PutAsync(host, "a.txt", Document(Corrected));
        var review = await JsonAsync(host, "/api/reviews/a.txt");

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["anna", "ben"], Reviewers(review));
        var conflict = Assert.Single(review.GetProperty("conflicts").EnumerateArray());
        Assert.Equal("Derna", conflict.GetProperty("target").GetString());
        Assert.Equal(["anna", "ben"], conflict.GetProperty("reviewers").EnumerateArray().Select(r => r.GetString()));

        (await PutAsync(host, "a.txt", Document(Corrected.Replace("ben", "anna", StringComparison.Ordinal)))).Dispose();
        var agreed = await JsonAsync(host, "/api/reviews/a.txt");
        Assert.Equal(["ben", "anna"], Reviewers(agreed));
        Assert.Empty(agreed.GetProperty("conflicts").EnumerateArray());
    }

    [Fact]
    public async Task Under_a_condition_the_document_is_replaced_and_never_over_anothers_unseen()
    {
        await using var host = await SeedAsync("a.txt");
        using var first = await PutAsync(host, "a.txt", Document(Accepted), ("If-None-Match", "*"));
        using var again = await PutAsync(host, "a.txt", Document(Accepted), ("If-None-Match", "*"));
        using var other = await PutAsync(host, "a.txt", Document(Corrected));

        using var late = await PutAsync(host, "a.txt", Document(), ("If-Match", first.Headers.ETag!.ToString()));
        using var cleared = await PutAsync(host, "a.txt", Document(), ("If-Match", other.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await ArticleRoutesTests.AssertProblemAsync(again, HttpStatusCode.PreconditionFailed, "review-changed");
        await ArticleRoutesTests.AssertProblemAsync(late, HttpStatusCode.PreconditionFailed, "review-changed");
        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        Assert.Empty(Reviewers(await JsonAsync(host, "/api/reviews/a.txt")));
    }

    [Fact]
    public async Task Reviewers_who_write_at_once_lose_nothing()
    {
        await using var host = await SeedAsync("a.txt");

        await Parallel.ForAsync(0, 12, Token, async (i, _) =>
        {
            using var put = await PutAsync(host, "a.txt", Document(Accepted.Replace("anna", $"r{i:00}", StringComparison.Ordinal)));
            Assert.True(put.IsSuccessStatusCode);
        });

        Assert.Equal(12, Reviewers(await JsonAsync(host, "/api/reviews/a.txt")).Distinct().Count());
    }

    [Fact]
    public async Task A_verdict_finds_its_claim_after_a_rerun_and_is_stale_when_it_is_gone()
    {
        await using var host = await SeedAsync("a.txt");
        const string sentence = "Nobody here is indifferent to Derna, says a.txt.";
        var summary = $$"""{"kind":"summary","quote":"{{sentence}}","verdict":"rejected","reviewer":"anna"}""";
        (await PutAsync(host, "a.txt", Document(Accepted, summary, Added))).Dispose();
        using var before = await host.GetAsync("/api/reviews/a.txt");

        var rerun = Results.Of("a.txt", 9, stances: [("Khalifa Haftar", Stance.Favor), ("Derna", Stance.Against)]);
        await WriteAsync(host, rerun with { Stances = [rerun.Stances[1] with { Target = Alias("City of Derna", "Derna") }] });
        using var found = await host.GetAsync("/api/reviews/a.txt");
        await WriteAsync(host, Results.Of("a.txt", 10, stances: ("Egypt", Stance.Neutral)));
        using var gone = await host.GetAsync("/api/reviews/a.txt");

        Assert.Equal([false, false, false], Stale(await BodyAsync(before)));
        Assert.Equal([false, true, false], Stale(await BodyAsync(found)));
        Assert.Equal([true, true, true], Stale(await BodyAsync(gone)));
        Assert.Equal(3, new[] { before, found, gone }.Select(r => r.Headers.ETag!.Tag).Distinct().Count());

        // What is stale can be sent back as it was read.
        using var back = await PutAsync(
            host, "a.txt", JsonSerializer.Serialize(await BodyAsync(gone), AnyJson.Default.JsonElement),
            ("If-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task A_deletion_takes_the_review_along()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");
        using var put = await PutAsync(
            host, "a.txt", Document("""{"kind":"stance","target":"Anna Holt","verdict":"rejected","reviewer":"ben"}"""));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);

        (await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token)).Dispose();

        Assert.Empty(await host.Account.Reviews.NamesAsync());
        using var get = await host.GetAsync("/api/reviews/a.txt");
        await ArticleRoutesTests.AssertProblemAsync(get, HttpStatusCode.NotFound, "no-article");
    }

    [Theory]
    [InlineData("nothing", "document")]
    [InlineData("null", "null")]
    [InlineData("""{"verdicts":null}""", "verdicts is null")]
    [InlineData("""{"verdicts":[null]}""", "verdicts[0]")]
    [InlineData("""{"verdict":[]}""", "verdict ")]
    [InlineData("""{"verdicts":[],"verdicts":[]}""", "verdicts")]
    [InlineData("""{"schemaVersion":2,"verdicts":[]}""", "schemaVersion")]
    [InlineData("""{"name":"b.txt","verdicts":[]}""", "name")]
    [InlineData("""{"verdicts":[{"kind":"stance","verdict":"accepted","reviewer":"a"}]}""", "verdicts[0].target")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":"accepted"}]}""", "verdicts[0].reviewer")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":"accepted","reviewer":" "}]}""", "verdicts[0].reviewer")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":"right","reviewer":"a"}]}""", "verdicts[0].verdict")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":0,"reviewer":"a"}]}""", "verdicts[0].verdict")]
    [InlineData("""{"verdicts":[{"kind":"opinion","target":"Derna","verdict":"accepted","reviewer":"a"}]}""", "verdicts[0].kind")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":"corrected","reviewer":"a"}]}""", "verdicts[0].stance")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"Derna","verdict":"accepted","reviewer":"a","mark":1}]}""", "verdicts[0].mark")]
    [InlineData(
        """{"verdicts":[{"kind":"stance","target":"D","verdict":"added","stance":"favor","reviewer":"a"}]}""", "verdicts[0].evidence")]
    [InlineData("""{"verdicts":[{"kind":"stance","target":"\ud800","verdict":"accepted","reviewer":"a"}]}""", "is not as a review has it")]
    [InlineData(
        """
        {"verdicts":[{"kind":"stance","target":"D","verdict":"added","stance":"favor","reviewer":"a","evidence":[{"quote":"not there"}]}]}
        """,
        "verdicts[0].evidence")]
    [InlineData("""{"verdicts":[{"kind":"summary","verdict":"rejected","reviewer":"a"}]}""", "verdicts[0].quote")]
    [InlineData("""{"verdicts":[{"kind":"summary","quote":"q","verdict":"corrected","reviewer":"a"}]}""", "verdicts[0].verdict")]
    [InlineData(
        """{"verdicts":[{"kind":"stance","target":"D","verdict":"accepted","reviewer":"a","at":"2999-01-01T00:00:00Z"}]}""",
        "verdicts[0].at")]
    public async Task What_is_wrong_is_named(string body, string named)
    {
        await using var host = await SeedAsync("a.txt");

        using var put = await PutAsync(host, "a.txt", body);

        await ArticleRoutesTests.AssertProblemAsync(put, HttpStatusCode.BadRequest, "bad-review");
        Assert.Contains(named, (await BodyAsync(put)).GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await host.Account.Reviews.NamesAsync());
    }

    [Fact]
    public async Task What_is_too_much_or_has_no_article_is_refused()
    {
        await using var host = await SeedAsync("a.txt");
        await host.Account.Articles.GetBlobClient("waits.txt").UploadAsync(BinaryData.FromString(""), Token);
        var many = string.Join(',', Enumerable.Repeat(Accepted, 1_001));
        var crowd = string.Join(',', Enumerable.Range(0, 51).Select(i => Accepted.Replace("anna", $"r{i}", StringComparison.Ordinal)));

        using var huge = await PutAsync(host, "a.txt", $$"""{"verdicts":[{{new string(' ', 1_100_000)}}]}""");
        using var verdicts = await PutAsync(host, "a.txt", Document(many));
        using var reviewers = await PutAsync(host, "a.txt", Document(crowd));
        using var none = await PutAsync(host, "none.txt", Document(Accepted));
        using var bad = await PutAsync(host, "a%2F%2Fb", Document(Accepted));
        using var unreviewed = await host.GetAsync("/api/reviews/a.txt");

        await ArticleRoutesTests.AssertProblemAsync(huge, HttpStatusCode.RequestEntityTooLarge, "review-too-large");
        await ArticleRoutesTests.AssertProblemAsync(verdicts, HttpStatusCode.BadRequest, "bad-review");
        await ArticleRoutesTests.AssertProblemAsync(reviewers, HttpStatusCode.BadRequest, "bad-review");
        await ArticleRoutesTests.AssertProblemAsync(none, HttpStatusCode.NotFound, "no-article");
        await ArticleRoutesTests.AssertProblemAsync(bad, HttpStatusCode.BadRequest, "bad-name");
        await ArticleRoutesTests.AssertProblemAsync(unreviewed, HttpStatusCode.NotFound, "no-review");
    }

    private static StanceTarget Alias(string name, string alias) => new(name, TargetType.Place, 1, [alias]);

    private static string Document(params string[] verdicts) => $$"""{"verdicts":[{{string.Join(',', verdicts)}}]}""";

    private static IEnumerable<bool> Stale(JsonElement review)
        => review.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("stale").GetBoolean());

    private static IEnumerable<string?> Reviewers(JsonElement review)
        => review.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("reviewer").GetString());

    private static IEnumerable<string?> Names(JsonElement page)
        => page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString());

    private async Task<HostDriver> SeedAsync(params string[] names)
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var name in names)
            await WriteAsync(host, Results.Of(name, 1, stances: ("Derna", Stance.Favor)));
        return host;
    }

    private static async Task WriteAsync(HostDriver host, ArticleResult result)
    {
        var results = host.Services.GetRequiredService<ResultStore>();
        var known = await results.ReadAsync(result.Name, Token);
        Assert.True(await results.TryWriteAsync(result, known?.ETag, Token));
    }

    private static async Task<HttpResponseMessage> PutAsync(
        HostDriver host, string name, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/reviews/{name}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (header, value) in headers)
            request.Headers.TryAddWithoutValidation(header, value);
        return await host.Client.SendAsync(request, Token);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response)
        => JsonElement.Parse(await response.Content.ReadAsStringAsync(Token));

    private static async Task<JsonElement> JsonAsync(HostDriver host, string address)
    {
        using var response = await host.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await BodyAsync(response);
    }
}
