using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

public sealed class ArticleRoutesTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_then_get_gives_the_result()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var put = await host.PutAsync("2025/library%20news.txt", Articles.Text(), "text/plain");

        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        Assert.Equal("/api/articles/2025/library%20news.txt", put.Headers.Location!.OriginalString);
        var (status, result) = await host.EndOfAsync("2025/library%20news.txt");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("2025/library news.txt", result.GetProperty("name").GetString());
        Assert.Equal("succeeded", result.GetProperty("status").GetString());
        Assert.Equal("Council number 1 reopens the old library", result.GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Get_with_the_known_etag_is_304()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");
        using var first = await host.GetAsync("/api/articles/a.txt");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles/a.txt");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task A_failed_article_is_422_with_its_document()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("empty.txt", [])).Dispose();

        var (status, result) = await host.EndOfAsync("empty.txt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("empty", result.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("summary").ValueKind);
    }

    [Fact]
    public async Task An_unknown_article_is_404_with_a_problem()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var response = await host.GetAsync("/api/articles/nothing.txt");

        await AssertProblemAsync(response, HttpStatusCode.NotFound, "no-article");
    }

    [Fact]
    public async Task Delete_removes_article_result_and_list_entry()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");

        using var first = await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token);
        using var second = await host.Client.DeleteAsync(new Uri("/api/articles/a.txt", UriKind.Relative), Token);
        using var get = await host.GetAsync("/api/articles/a.txt");

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        await AssertProblemAsync(second, HttpStatusCode.NotFound, "no-article");
        Assert.Equal(HttpStatusCode.NotFound, get.StatusCode);
        Assert.False((await host.Account.Results.GetBlobClient("a.txt.json").ExistsAsync(Token)).Value);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_announced_or_not()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Articles:MaxBytes", "1000"));
        using var announced = await host.PutAsync("big.txt", new byte[1001]);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/articles/big.txt")
        {
            Content = new StreamContent(new MemoryStream(new byte[1001])),
        };
        request.Headers.TransferEncodingChunked = true;
        using var chunked = await host.Client.SendAsync(request, Token);

        await AssertProblemAsync(announced, HttpStatusCode.RequestEntityTooLarge, "too-large");
        await AssertProblemAsync(chunked, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.False((await host.Account.Articles.GetBlobClient("big.txt").ExistsAsync(Token)).Value);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a//b")]
    [InlineData("%2e%2e/x")]
    [InlineData("a/..%2fb")]
    [InlineData("a\\b")]
    [InlineData("a%5Cb")]
    [InlineData("a%0Ab")]
    [InlineData("")]
    public async Task Bad_names_are_400_as_they_were_sent(string name)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        foreach (var method in new[] { "PUT", "GET", "DELETE" })
        {
            var answer = await RawRequest.SendAsync(host.Address, $"{method} /api/articles/{name} HTTP/1.1");
            Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
            Assert.Contains("\"code\":\"bad-name\"", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_nul_is_refused_by_the_server_itself()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        Assert.StartsWith(
            "HTTP/1.1 400 ", await RawRequest.SendAsync(host.Address, "GET /api/articles/a%00b HTTP/1.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_name_in_any_script_works()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var name = string.Concat(Enumerable.Repeat("日本語の記事", 170)) + ".txt";
        var longest = Uri.EscapeDataString(name);
        Assert.Equal(1024, name.Length);

        using var put = await host.PutAsync(longest, Articles.Text());

        Assert.Equal(HttpStatusCode.Accepted, put.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync(longest)).Status);
        using var tooLong = await host.PutAsync(new string('a', 1025), Articles.Text());
        await AssertProblemAsync(tooLong, HttpStatusCode.BadRequest, "bad-name");
    }

    [Fact]
    public async Task While_it_waits_the_answer_says_why_and_until_when()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var articles = (Summarizer.Storage.ArticleStore)host.Services.GetService(typeof(Summarizer.Storage.ArticleStore))!;
        var work = (Summarizer.Pipeline.Deferrals.DeferralStore)host.Services.GetService(
            typeof(Summarizer.Pipeline.Deferrals.DeferralStore))!;
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");
        var etag = (await articles.ETagAsync("a.txt", Token))!;
        await host.Account.Results.GetBlobClient("a.txt.json").DeleteAsync(cancellationToken: Token);
        var due = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);
        await work.WriteAsync(new Summarizer.Pipeline.Deferrals.Deferral("a.txt", etag, "The model is busy.", due, 1), Token);

        using var response = await host.GetAsync("/api/articles/a.txt");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 200, 301);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("pending", document.RootElement.GetProperty("status").GetString());
        Assert.Equal("The model is busy.", document.RootElement.GetProperty("reason").GetString());
        Assert.Equal(due, document.RootElement.GetProperty("retryAt").GetDateTime());
    }

    [Fact]
    public async Task Where_a_key_is_set_the_api_asks_for_it_and_the_page_and_health_do_not()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Api:Key", "correct horse"));
        using var without = await host.GetAsync("/api/articles");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles");
        request.Headers.Add("x-functions-key", "correct horse");
        using var with = await host.Client.SendAsync(request, Token);
        using var page = await host.GetAsync("/");
        using var health = await host.GetAsync("/api/health");

        await AssertProblemAsync(without, HttpStatusCode.Unauthorized, "wrong-key");
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    internal static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/problem+json"), response.Content.Headers.ContentType);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(code, document.RootElement.GetProperty("code").GetString());
        Assert.Equal((int)status, document.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(document.RootElement.GetProperty("detail").GetString()!);
    }
}
