using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Summarizer.Web.Access;

/// <summary>Tells clients apart: by the address they connect from, or behind a trusted proxy by the one that the proxy saw.</summary>
/// <remarks>
/// Not ASP.NET Core's middleware, because the Functions worker has no pipeline to put it in. Azure's front end appends the
/// client to <c>X-Forwarded-For</c> and the Functions host calls the worker over loopback, so there loopback is trusted.
/// </remarks>
public sealed class ClientAddress
{
    private const string Forwarded = "X-Forwarded-For";

    private readonly IPNetwork[] trusted;

    public ClientAddress(IOptions<WebOptions> options, WebEntry entry)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(entry);
        IPNetwork[] platform = entry.BehindPlatform ? [new(IPAddress.Parse("127.0.0.0"), 8), new(IPAddress.IPv6Loopback, 128)] : [];
        trusted = [.. platform, .. options.Value.TrustedProxies.Select(p => TrustedProxy.Parse(p)!.Value)];
    }

    /// <summary>The last address on the way here that is no trusted proxy's: what lies beyond it, that client may have made up.</summary>
    public string Resolve(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        address = Plain(address);
        var hops = context.Request.Headers[Forwarded].ToString().Split(',', StringSplitOptions.TrimEntries);
        for (var i = hops.Length - 1; i >= 0 && IsTrusted(address) && IPEndPoint.TryParse(hops[i], out var hop); i--)
            address = Plain(hop.Address);
        return address.ToString();
    }

    private bool IsTrusted(IPAddress address) => Array.Exists(trusted, n => n.Contains(address));

    /// <summary>A server that listens on IPv6 sees IPv4 clients in mapped form.</summary>
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
