using System.Net;
using System.Text;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Endpoints;

/// <summary>The file as it was uploaded, and its result made anew.</summary>
public sealed class UploadRoutesTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_comes_back_byte_for_byte_as_an_attachment_that_nothing_renders()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        var page = Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script><p>Größe</p>\0\u0001");
        (await host.PutAsync("folder/p%C3%A4ge%20one.html", page, "text/html")).Dispose();

        using var answer = await host.GetAsync("/api/uploads/folder/p%C3%A4ge%20one.html");

        Assert.Equal(page, await answer.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "päge one.html"), (
            answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(page.Length, answer.Content.Headers.ContentLength);

        using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await host.Client.SendAsync(again, Token);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, answer.RequestMessage.RequestUri), Token);
        Assert.Equal(page.Length, head.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("GET", "/api/uploads/none.txt", HttpStatusCode.NotFound, "no-article")]
    [InlineData("POST", "/api/reruns/none.txt", HttpStatusCode.NotFound, "no-article")]
    [InlineData("GET", "/api/uploads/a%2F%2Fb", HttpStatusCode.BadRequest, "bad-name")]
    [InlineData("POST", "/api/reruns/a%2F..%2Fb", HttpStatusCode.BadRequest, "bad-name")]
    [InlineData("GET", "/api/uploads/%FF", HttpStatusCode.BadRequest, "bad-name")]
    [InlineData("GET", "/api/reruns/a.txt", HttpStatusCode.MethodNotAllowed, "wrong-method")]
    public async Task What_is_not_there_is_answered_with_words(string method, string target, HttpStatusCode status, string code)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answer = await RawRequest.SendAsync(host.Address, $"{method} {target} HTTP/1.1", $"Host: {host.Address.Authority}");

        Assert.StartsWith($"HTTP/1.1 {(int)status} ", answer, StringComparison.Ordinal);
        Assert.Contains($"\"{code}\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rerun_makes_the_result_anew_and_serves_the_present_one_until_then()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        var (_, first) = await host.EndOfAsync("a.txt");

        using var answer = await host.Client.PostAsync(new Uri("/api/reruns/a.txt", UriKind.Relative), null, Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("/api/articles/a.txt", answer.Headers.Location!.ToString());
        var (status, second) = await Wait.UntilAsync(
            () => host.EndOfAsync("a.txt"),
            end => end.Result.GetProperty("processedAt").GetDateTime() > first.GetProperty("processedAt").GetDateTime());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            first.GetProperty("summary").GetProperty("headline").GetString(),
            second.GetProperty("summary").GetProperty("headline").GetString());
    }

    [Fact]
    public async Task On_azure_both_are_functions_too()
    {
        await using var functions = FunctionsApp.AsFunctions();

        Assert.Contains("GET /api/uploads/{*name}", functions.Routes);
        Assert.Contains("POST /api/reruns/{*name}", functions.Routes);
    }
}
