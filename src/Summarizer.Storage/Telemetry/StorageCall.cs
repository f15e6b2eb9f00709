using Azure.Core;

namespace Summarizer.Storage.Telemetry;

/// <summary>What a call of the storage is, in a few words of ours: never the name of a blob.</summary>
/// <param name="Container">The container or queue; <c>other</c> when it is not recognised.</param>
internal readonly record struct StorageCall(string Container, string Operation)
{
    private const string Other = "other";

    private static readonly string[] Containers = [StorageNames.Articles, StorageNames.Results, StorageNames.Work, StorageNames.Retries];

    public static StorageCall From(Request request)
    {
        var parts = request.Uri.Path.Split('/', 4, StringSplitOptions.RemoveEmptyEntries);
        // On Azure the account is in the host's name; emulators put it before the container.
        var container = Known(parts, 0) ?? Known(parts, 1) ?? Other;
        var operation = container == StorageNames.Retries
            ? OfQueue(request.Method, parts)
            : OfContainer(request.Method, request.Uri.Query);
        return new StorageCall(container, operation);
    }

    private static string? Known(string[] parts, int at)
        => at < parts.Length ? Array.Find(Containers, c => c == parts[at]) : null;

    private static string OfContainer(RequestMethod method, string query)
    {
        var ofContainer = query.Contains("restype=container", StringComparison.Ordinal);
        if (query.Contains("comp=list", StringComparison.Ordinal))
            return "list";
        if (query.Contains("comp=lease", StringComparison.Ordinal))
            return "lease";
        return method.Method switch
        {
            "GET" when !ofContainer => "read",
            "GET" or "HEAD" => "properties",
            "PUT" => ofContainer ? "create" : "write",
            "DELETE" => "delete",
            _ => Other,
        };
    }

    private static string OfQueue(RequestMethod method, string[] parts)
    {
        var messages = Array.IndexOf(parts, "messages") > 0 || parts[^1].StartsWith("messages/", StringComparison.Ordinal);
        return method.Method switch
        {
            "POST" => "send",
            "GET" or "HEAD" => messages ? "receive" : "properties",
            "PUT" => messages ? "hold" : "create",
            "DELETE" => "delete",
            _ => Other,
        };
    }
}
