using System.Net;
using Summarizer.Host.Commands;

namespace Summarizer.Host;

/// <summary>Where the Host listens, and the rule that what listens beyond this machine asks for a key.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:7071";

    /// <summary>The addresses that <c>ASPNETCORE_URLS</c> names, or the default.</summary>
    /// <exception cref="CommandException">One is no address, or reaches beyond loopback and no key is set.</exception>
    public static IReadOnlyList<string> From(IConfiguration settings)
    {
        var addresses = Configured(settings).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (string.IsNullOrEmpty(settings[ApiKey.Setting]) && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new CommandException(
                $"{open} can be reached from other machines; set Api__Key, which clients then send as x-functions-key, or "
                    + $"listen on {Default}.");
        return addresses;
    }

    /// <summary>The first address as a client on this machine reaches it.</summary>
    /// <exception cref="CommandException">It is no address.</exception>
    public static string First(IConfiguration settings)
    {
        var address = Parse(Configured(settings).Split(';', StringSplitOptions.TrimEntries)[0]);
        return address.Host is "+" or "*" or "0.0.0.0" or "[::]"
            ? $"{address.Scheme}://127.0.0.1:{address.Port}"
            : $"{address.Scheme}://{address.Host}:{address.Port}";
    }

    private static string Configured(IConfiguration settings)
        => settings["URLS"] is { } urls && !string.IsNullOrWhiteSpace(urls.Replace(';', ' ')) ? urls : Default;

    private static bool IsLoopback(string address)
    {
        var host = Parse(address).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
               || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static BindingAddress Parse(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return parsed.Port is >= 0 and <= IPEndPoint.MaxPort ? parsed : throw new FormatException();
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new CommandException($"ASPNETCORE_URLS names {address}, which is no address to listen on; write one like {Default}.", e);
        }
    }
}
