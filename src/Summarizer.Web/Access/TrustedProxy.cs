using System.Net;
using System.Net.Sockets;

namespace Summarizer.Web.Access;

/// <summary>Reads an entry of <c>Api__TrustedProxies</c>.</summary>
internal static class TrustedProxy
{
    /// <summary>An address, or a network in CIDR notation; null for anything else, and for the network of all addresses.</summary>
    public static IPNetwork? Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return IsComplete(address, text) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
        // 10.0.0.1/8 is taken by the parser, and might be meant as an address.
        return IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0
            && IPAddress.TryParse(text.Split('/')[0], out var given) && given.Equals(network.BaseAddress)
            ? network
            : null;
    }

    /// <summary>Parsers take 10.4 for 10.0.0.4, which is more likely a slip; clients in mapped form are compared in plain form.</summary>
    private static bool IsComplete(IPAddress address, string text)
        => address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() == text : !address.IsIPv4MappedToIPv6;
}
