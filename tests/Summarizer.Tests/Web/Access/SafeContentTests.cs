using System.Net;
using Summarizer.Tests.Functions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Access;

/// <summary>No browser guesses the type of anything that is answered.</summary>
public sealed class SafeContentTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_answer_of_the_host_says_so()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var stored = await host.PutAsync("a.txt", Articles.Text());
        await host.EndOfAsync("a.txt");
        using var page = await host.GetAsync("/");
        using var known = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        known.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var notModified = await host.Client.SendAsync(known, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
        AssertSafe(stored);
        AssertSafe(page);
        AssertSafe(notModified);

        foreach (var (method, target, status) in new[]
        {
            ("GET", "/api/articles", 200), ("HEAD", "/api/articles", 200), ("GET", "/api/articles/a.txt", 200),
            ("GET", "/api/articles?limit=0", 400), ("PUT", "/api/articles/a//b", 400), ("GET", "/api/articles/none.txt", 404),
            ("GET", "/elsewhere", 404), ("GET", "/page/none.js", 404), ("GET", "/page/page.js", 200), ("POST", "/api/articles", 405),
            ("OPTIONS", "/api/articles", 405), ("GET", "/openapi/v1.json", 200), ("GET", "/schemas/article-result.v1.json", 200),
            ("GET", "/api/feed.atom", 200), ("GET", "/api/health", 200), ("GET", "/api/metrics", 200),
            ("DELETE", "/api/articles/a.txt", 204),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative));
            using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((target, status), (target, (int)response.StatusCode));
            AssertSafe(response);
        }
    }

    [Fact]
    public async Task Errors_that_clear_what_was_said_before_say_so_again()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        await host.Account.Results.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);

        using var response = await host.GetAsync("/api/articles/a.txt");

        AssertSafe(response);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/page/page.js")]
    [InlineData("GET", "/api/articles?limit=0")]
    [InlineData("GET", "/api/events")]
    [InlineData("GET", "/schemas/none.json")]
    [InlineData("PUT", "/api/articles/a//b")]
    public async Task Every_function_says_so_too(string method, string target)
    {
        await using var functions = FunctionsApp.AsFunctions();

        var response = await functions.AnswerHeadAsync(method, target);

        Assert.Equal("nosniff", response.Headers.XContentTypeOptions.ToString());
    }

    private static void AssertSafe(HttpResponseMessage response)
        => Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
}
