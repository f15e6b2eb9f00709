using System.Net;

namespace Summarizer.Host;

/// <summary>Where the Host listens, and the rule that what listens beyond this machine asks for a key.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:7071";

    /// <exception cref="StartProblem">An address reaches beyond loopback and no key is set.</exception>
    public static void Check(IReadOnlyList<string> addresses, string? key)
    {
        if (string.IsNullOrEmpty(key) && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new StartProblem(
                $"{open} can be reached from other machines; set Api__Key, which clients then send as x-functions-key, or listen on {Default}.");
    }

    private static bool IsLoopback(string address)
        => BindingAddress.Parse(address).Host is var host
           && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
               || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
