using System.Net;
using Summarizer.Host;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Web.Access;

/// <summary>Pages of configured origins may call the API, with or without a key.</summary>
public sealed class AllowedOriginTests(AzuriteFixture azurite)
{
    private const string News = "https://news.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("k")]
    public async Task A_listed_page_asks_first_then_uploads_and_reads(string? key)
    {
        await using var host = await StartAsync(key);
        using var preflight = await SendAsync(
            host, HttpMethod.Options, News, null,
            ("Access-Control-Request-Method", "PUT"), ("Access-Control-Request-Headers", "x-functions-key,content-type"));
        using var upload = await SendAsync(host, HttpMethod.Put, News, key, ("Sec-Fetch-Site", "cross-site"));
        using var read = await SendAsync(host, HttpMethod.Get, News, key);

        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Contains("PUT", preflight.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Contains("x-functions-key", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, upload.StatusCode);
        Assert.All([preflight, upload, read], answer =>
        {
            Assert.Equal(News, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        });
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("k", HttpStatusCode.Unauthorized)]
    public async Task Another_page_gets_nowhere(string? key, HttpStatusCode expected)
    {
        await using var host = await StartAsync(key);
        using var preflight = await SendAsync(
            host, HttpMethod.Options, "https://evil.example", null, ("Access-Control-Request-Method", "PUT"));
        using var upload = await SendAsync(host, HttpMethod.Put, "https://evil.example", null);

        Assert.Equal(expected, upload.StatusCode);
        Assert.All([preflight, upload], answer => Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_listed_page_learns_why_its_key_is_refused()
    {
        await using var host = await StartAsync("k");
        using var refused = await SendAsync(host, HttpMethod.Get, News, "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(News, refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("ApiKey realm=\"Summarizer\", header=\"x-functions-key\"", refused.Headers.WwwAuthenticate.ToString());
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("Api:AllowedOrigins:0", "*")]
    [InlineData("Api:AllowedOrigins:0", "null")]
    [InlineData("Api:AllowedOrigins:0", "news.example")]
    [InlineData("Api:AllowedOrigins:0", "https://news.example/")]
    [InlineData("Api:AllowedOrigins:0", "https://news.example:443")]
    [InlineData("Api:AllowedOrigins:0", "https://*.example")]
    [InlineData("Api:AllowedOrigins:0", "ftp://news.example")]
    [InlineData("Api:AllowedOrigins:0", "https://user@news.example")]
    [InlineData("Api:TrustedProxies:0", "proxy.example")]
    [InlineData("Api:TrustedProxies:0", "10.0")]
    [InlineData("Api:TrustedProxies:0", "10.0.0.1/8")]
    [InlineData("Api:TrustedProxies:0", "10.0.0.0/33")]
    [InlineData("Api:TrustedProxies:0", "0.0.0.0/0")]
    [InlineData("Api:TrustedProxies:0", "*")]
    public void A_wrong_value_stops_the_start_and_is_named(string setting, string value)
    {
        var problem = Assert.ThrowsAny<Exception>(() => HostApplication.Build([new(setting, value)]));

        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private Task<HostDriver> StartAsync(string? key) => HostDriver.StartAsync(
        azurite.NextAccount(), [("Api:AllowedOrigins:0", News), .. key is null ? [] : new[] { ("Api:Key", key) }]);

    private static async Task<HttpResponseMessage> SendAsync(
        HostDriver host, HttpMethod method, string origin, string? key, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/articles/a.txt", UriKind.Relative));
        request.Headers.Add("Origin", origin);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (method == HttpMethod.Put)
            request.Content = new ByteArrayContent(Articles.Text());
        return await host.Client.SendAsync(request, Token);
    }
}
