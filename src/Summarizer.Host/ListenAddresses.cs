using System.Net;

namespace Summarizer.Host;

/// <summary>Where the Host listens, and the rule that what listens beyond this machine asks for a key.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:7071";

    /// <summary>The addresses that <c>ASPNETCORE_URLS</c> names, or the default.</summary>
    /// <exception cref="StartProblem">An address reaches beyond loopback and no key is set.</exception>
    public static IReadOnlyList<string> Of(IConfiguration settings)
    {
        var addresses = (settings["URLS"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (string.IsNullOrEmpty(settings[ApiKey.Setting]) && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new StartProblem(
                $"{open} can be reached from other machines; set Api__Key, which clients then send as x-functions-key, or listen on {Default}.");
        return addresses;
    }

    private static bool IsLoopback(string address)
    {
        try
        {
            var host = BindingAddress.Parse(address).Host;
            return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                   || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException e)
        {
            throw new StartProblem($"{address} is no address to listen on; write one like {Default}.", e);
        }
    }
}
