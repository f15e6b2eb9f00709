namespace Summarizer.Telemetry;

/// <summary>
/// What another server said of a request. It may repeat the request, and with it the article: readers of the article may
/// see it, logs may not.
/// </summary>
public static class UpstreamMessage
{
    private const string Mark = "It said:";

    /// <summary>The quotation to put at the end of a message; empty when the server said nothing.</summary>
    internal static string Quoted(string words) => words.Length == 0 ? "" : $"{Mark} {words}";

    /// <summary>A message without what the server said.</summary>
    public static string Without(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var at = message.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? message : message[..at].TrimEnd();
    }
}
