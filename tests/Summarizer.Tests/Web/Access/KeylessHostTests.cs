using System.Net;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Access;

/// <summary>A host without a key answers this machine only, whatever leads a browser to it.</summary>
public sealed class KeylessHostTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7071")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:80")]
    [InlineData("evillocalhost")]
    [InlineData("localhost.")]
    [InlineData(".localhost")]
    [InlineData("192.168.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("127.1")]
    [InlineData("[::2]:7071")]
    [InlineData("")]
    public async Task A_name_that_is_no_loopback_name_is_refused_on_every_route(string name)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        string[] requests =
        [
            "GET / HTTP/1.1", "GET /page/page.js HTTP/1.1", "GET /api/health HTTP/1.1", "GET /api/articles HTTP/1.1",
            "GET /api/articles/a.txt HTTP/1.1", "PUT /api/articles/a.txt HTTP/1.1", "DELETE /api/articles/a.txt HTTP/1.1",
            "OPTIONS /api/articles HTTP/1.1", "GET /elsewhere HTTP/1.1", "GET /api/articles/a//b HTTP/1.1",
        ];
        foreach (var request in requests)
        {
            var answer = await RawRequest.SendAsync(host.Address, request, $"Host: {name}");

            AssertRefused(answer);
        }
    }

    [Fact]
    public async Task What_is_no_host_name_at_all_ends_in_the_server_before_any_code_of_ours()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        foreach (var request in new[] { "GET / HTTP/1.1", "GET /api/articles HTTP/1.1", "PUT /api/articles/a.txt HTTP/1.1" })
            Assert.StartsWith("HTTP/1.1 400", await RawRequest.SendAsync(host.Address, request, "Host: ::1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_name_is_refused()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        AssertRefused(await RawRequest.SendAsync(host.Address, "GET /api/articles HTTP/1.0", "Accept: */*"));
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawRequest.SendAsync(host.Address, "GET /api/articles HTTP/1.1", "Accept: */*"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 400",
            await RawRequest.SendAsync(host.Address, "GET /api/articles HTTP/1.1", "Host: localhost", "Host: evil.example"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("summarizer.localhost:7071")]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9:7071")]
    [InlineData("[::1]:7071")]
    public async Task Loopback_names_are_answered_on_any_port(string name)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answer = await RawRequest.SendAsync(host.Address, "GET /api/articles HTTP/1.1", $"Host: {name}");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_the_name_does_not_matter()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Api:Key", "k"));

        Assert.StartsWith(
            "HTTP/1.1 200", await RawRequest.SendAsync(host.Address, "GET / HTTP/1.1", "Host: news.example"), StringComparison.Ordinal);
        Assert.StartsWith(
            "HTTP/1.1 202",
            await RawRequest.SendAsync(
                host.Address, "PUT /api/articles/a.txt HTTP/1.1",
                "Host: news.example", "Origin: https://proxy.example", "x-functions-key: k"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin: http://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost:1")]
    [InlineData("Origin: https://localhost:7071")]
    [InlineData("Origin: http://127.0.0.1:7071")]
    [InlineData("Origin: http://localhost:7071/")]
    [InlineData("Origin: http://localhost:7071, http://evil.example")]
    [InlineData("Origin: ")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Origin: http://localhost:7071", "Sec-Fetch-Site: cross-site")]
    public async Task Writes_of_another_origin_are_refused_and_do_nothing(params string[] headers)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        using var stored = await host.PutAsync("kept.txt", Articles.Text());
        foreach (var request in new[] { "PUT /api/articles/new.txt", "DELETE /api/articles/kept.txt", "POST /api/articles/new.txt" })
        {
            var answer = await RawRequest.SendAsync(host.Address, $"{request} HTTP/1.1", ["Host: localhost:7071", .. headers]);

            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
            Assert.Contains("Api__AllowedOrigins", answer, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/api/articles/new.txt")).StatusCode);
        Assert.NotEqual(HttpStatusCode.NotFound, (await host.GetAsync("/api/articles/kept.txt")).StatusCode);
    }

    [Theory]
    [InlineData("Host: localhost:7071", "Origin: http://localhost:7071", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: LocalHost:7071", "Origin: http://localhost:7071")]
    [InlineData("Host: localhost", "Origin: http://localhost")]
    [InlineData("Host: [::1]:7071", "Origin: http://[::1]:7071")]
    [InlineData("Host: localhost:7071", "Sec-Fetch-Site: none")]
    [InlineData("Host: localhost:7071")]
    public async Task Writes_of_the_page_itself_and_of_tools_are_taken(params string[] headers)
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answer = await RawRequest.SendAsync(host.Address, "PUT /api/articles/a.txt HTTP/1.1", headers);

        Assert.StartsWith("HTTP/1.1 202", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_origin_may_ask_but_not_read()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());

        var answer = await RawRequest.SendAsync(
            host.Address, "GET /api/articles HTTP/1.1", "Host: localhost", "Origin: http://evil.example", "Sec-Fetch-Site: cross-site");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer, StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertRefused(string answer)
    {
        Assert.StartsWith("HTTP/1.1 421", answer, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains("Api__Key", answer, StringComparison.Ordinal);
    }
}
