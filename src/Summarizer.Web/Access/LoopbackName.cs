using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Access;

/// <summary>
/// Names that no name server outside this machine can give to another page: a page that is rebound to 127.0.0.1 keeps its own
/// name.
/// </summary>
internal static class LoopbackName
{
    /// <summary>
    /// Whether the header <c>Host</c> is <c>localhost</c>, a name under it (RFC 6761, 6.3) or a loopback address, with any port.
    /// </summary>
    public static bool Is(HostString host)
    {
        var name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
               || (name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) && Uri.CheckHostName(name) == UriHostNameType.Dns)
               || IsAddress(name);
    }

    /// <summary>
    /// An IPv4 address counts as browsers write it, in four decimal numbers; the shorter and octal forms that parsers take do
    /// not.
    /// </summary>
    private static bool IsAddress(string name)
    {
        var bracketed = name is ['[', .., ']'];
        return IPAddress.TryParse(bracketed ? name[1..^1] : name, out var address)
               && IPAddress.IsLoopback(address)
               && (address.AddressFamily == AddressFamily.InterNetworkV6 ? bracketed : address.ToString() == name);
    }
}
