using System.Net;
using System.Net.Http.Headers;
using Azure.Storage.Blobs.Specialized;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web;

/// <summary>Conditional requests (RFC 9110, 13): the ETags that GET and PUT gave decide over PUT and DELETE.</summary>
public sealed class ConditionTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task If_none_match_any_stores_only_what_is_new()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var first = await SendAsync(host, HttpMethod.Put, Articles.Text(1), ifNoneMatch: "*");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        await host.EndOfAsync("a.txt");

        using var second = await SendAsync(host, HttpMethod.Put, Articles.Text(2), ifNoneMatch: "*");

        await ArticleRoutesTests.AssertProblemAsync(second, HttpStatusCode.PreconditionFailed, "precondition-failed");
        var (_, result) = await host.EndOfAsync("a.txt");
        Assert.Contains("Council number 1 ", result.GetProperty("article").GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.ETag!.Tag.Trim('"'), await VersionAsync(host));
    }

    [Fact]
    public async Task Of_many_that_store_what_is_new_one_does()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(async i =>
        {
            using var answer = await SendAsync(host, HttpMethod.Put, Articles.Text(i), ifNoneMatch: "*");
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.Accepted);
        Assert.Equal(11, answers.Count(a => a == HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task If_match_takes_the_etag_of_the_upload_and_that_of_the_result_in_every_format(string method)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var format in new[] { null, "application/json", "text/markdown", "text/html", "*" })
        {
            using var put = await SendAsync(host, HttpMethod.Put, Articles.Text(1));
            await host.EndOfAsync("a.txt");
            var etag = format switch { null => put.Headers.ETag!.Tag, "*" => "*", _ => await ETagAsync(host, format) };

            using var stale = await SendAsync(host, new HttpMethod(method), Articles.Text(2), ifMatch: "\"0x8DOLD\", \"other\"");
            var weakened = etag == "*" ? "W/\"x\"" : $"W/{etag}";
            using var weak = await SendAsync(host, new HttpMethod(method), Articles.Text(2), ifMatch: weakened);
            await ArticleRoutesTests.AssertProblemAsync(stale, HttpStatusCode.PreconditionFailed, "precondition-failed");
            await ArticleRoutesTests.AssertProblemAsync(weak, HttpStatusCode.PreconditionFailed, "precondition-failed");
            Assert.Equal(put.Headers.ETag!.Tag.Trim('"'), await VersionAsync(host));
            var listed = etag == "*" ? "*" : $"\"other\", {etag}";
            using var present = await SendAsync(host, new HttpMethod(method), Articles.Text(2), ifMatch: listed);

            Assert.True(present.IsSuccessStatusCode, $"{format}: {present.StatusCode}");
        }
    }

    [Fact]
    public async Task The_etag_of_a_result_that_was_overtaken_by_an_upload_matches_no_longer()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await SendAsync(host, HttpMethod.Put, Articles.Text(1))).Dispose();
        await host.EndOfAsync("a.txt");
        var old = await ETagAsync(host, "application/json");
        using var newer = await SendAsync(host, HttpMethod.Put, Articles.Text(2));

        using var delete = await SendAsync(host, HttpMethod.Delete, null, ifMatch: old);
        using var put = await SendAsync(host, HttpMethod.Put, Articles.Text(3), ifMatch: old);

        Assert.Equal(HttpStatusCode.PreconditionFailed, delete.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        Assert.Equal(newer.Headers.ETag!.Tag.Trim('"'), await VersionAsync(host));
    }

    [Fact]
    public async Task What_does_not_exist_matches_nothing()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var put = await SendAsync(host, HttpMethod.Put, Articles.Text(), ifMatch: "*");
        using var delete = await SendAsync(host, HttpMethod.Delete, null, ifMatch: "*");
        using var plain = await SendAsync(host, HttpMethod.Delete, null);

        Assert.Equal(HttpStatusCode.PreconditionFailed, put.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, delete.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, plain.StatusCode);
        Assert.Empty(await host.Account.Articles.NamesAsync());
    }

    [Theory]
    [InlineData("If-Match", "0x8D")]
    [InlineData("If-None-Match", "\"open")]
    public async Task A_condition_that_is_no_etag_is_400_and_named(string header, string value)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        using var put = header == "If-Match"
            ? await SendAsync(host, HttpMethod.Put, Articles.Text(), ifMatch: value)
            : await SendAsync(host, HttpMethod.Put, Articles.Text(), ifNoneMatch: value);

        Assert.Contains(header, await put.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await ArticleRoutesTests.AssertProblemAsync(put, HttpStatusCode.BadRequest, "bad-condition");
    }

    [Fact]
    public async Task A_leased_article_is_409_and_says_so()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await SendAsync(host, HttpMethod.Put, Articles.Text(1))).Dispose();
        await host.EndOfAsync("a.txt");
        var lease = host.Account.Articles.GetBlobClient("a.txt").GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Token);

        using var put = await SendAsync(host, HttpMethod.Put, Articles.Text(2));
        using var delete = await SendAsync(host, HttpMethod.Delete, null);

        await ArticleRoutesTests.AssertProblemAsync(put, HttpStatusCode.Conflict, "leased");
        await ArticleRoutesTests.AssertProblemAsync(delete, HttpStatusCode.Conflict, "leased");
        // What was refused must not happen later.
        Assert.True(await ((RetryQueue)host.Services.GetService(typeof(RetryQueue))!).IsEmptyAsync(Token));
        Assert.DoesNotContain(await host.Account.Work.NamesAsync(), n => n.StartsWith("removed/", StringComparison.Ordinal));
    }

    private static async Task<string> ETagAsync(HostDriver host, string format)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/articles/a.txt");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(format));
        using var response = await host.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.Tag;
    }

    private static Task<string?> VersionAsync(HostDriver host)
        => ((ArticleStore)host.Services.GetService(typeof(ArticleStore))!).ETagAsync("a.txt", Token);

    private static async Task<HttpResponseMessage> SendAsync(
        HostDriver host, HttpMethod method, byte[]? content, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, "/api/articles/a.txt");
        if (method == HttpMethod.Put)
            request.Content = new ByteArrayContent(content!);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await host.Client.SendAsync(request, Token);
    }
}
