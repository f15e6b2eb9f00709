using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summarizer.Tests.Support;
using Summarizer.Web;
using Summarizer.Web.Access;

namespace Summarizer.Tests.Web.Access;

/// <summary>A client is who the last trusted proxy says, and nobody else's word counts.</summary>
public sealed class ClientAddressTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false, 429)]
    [InlineData(true, 200)]
    public async Task The_limit_is_lifted_for_clients_of_a_trusted_proxy_alone(bool trusted, int last)
    {
        (string, string)[] settings = [("Api:RequestsPerMinute", "2"), .. trusted ? new[] { ("Api:TrustedProxies:0", "127.0.0.1") } : []];
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), settings);

        var status = 0;
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/stances", UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", $"198.51.100.{i}");
            using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            status = (int)response.StatusCode;
        }

        Assert.Equal(last, status);
    }

    [Theory]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")] // nobody's proxy
    [InlineData("10.0.0.4", null, "10.0.0.4")]
    [InlineData("10.0.0.4", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:10.0.0.4", "198.51.100.1:4711", "198.51.100.1")]
    [InlineData("10.0.0.4", "6.6.6.6, 198.51.100.1", "198.51.100.1")] // the client made the first one up
    [InlineData("10.0.0.4", "6.6.6.6, 198.51.100.1, 10.9.9.9", "198.51.100.1")] // two proxies of ours
    [InlineData("10.0.0.4", "6.6.6.6, unknown", "10.0.0.4")]
    [InlineData("10.0.0.4", "[2001:db8::7]:80", "2001:db8::7")]
    [InlineData("2001:db8:1::5", "2001:db8::8", "2001:db8::8")]
    [InlineData("127.0.0.1", "198.51.100.1", "127.0.0.1")] // a proxy on this machine is named like any other
    public void The_rightmost_address_that_is_not_trusted_counts(string peer, string? forwarded, string client)
        => Assert.Equal(client, Of(peer, forwarded, new WebEntry(Live: true, CancellationToken.None)));

    [Theory]
    [InlineData("127.0.0.1", "6.6.6.6, 198.51.100.1:4711", "198.51.100.1")]
    [InlineData("::1", "198.51.100.1", "198.51.100.1")]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")]
    public void On_azure_the_platform_names_the_client(string peer, string forwarded, string client)
        => Assert.Equal(client, Of(peer, forwarded, WebEntry.NotLive));

    private static string Of(string peer, string? forwarded, WebEntry entry)
    {
        var options = new WebOptions { TrustedProxies = { "10.0.0.0/8", "2001:db8:1::/48" } };
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        if (forwarded is not null)
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        return new ClientAddress(Options.Create(options), entry).Resolve(context);
    }
}
