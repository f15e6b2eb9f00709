using System.Text.Json;
using Summarizer.Reading;
using Summarizer.Telemetry;
using Summarizer.Text;

namespace Summarizer.LanguageModel.Wire;

/// <summary>The error document of a server of this API, as far as it has one.</summary>
/// <param name="Message">The server's words, without credentials, cut; never the article's.</param>
/// <param name="FilteredAs">The categories of a content filter that hit.</param>
internal sealed record ServerError(string Code, string Parameter, string Message, string FilteredAs)
{
    private const int LongestMessage = 500;

    private static readonly ServerError None = new("", "", "", "");

    public bool IsContentFilter => FilteredAs.Length > 0 || Code is "content_filter" or "content_policy_violation";

    public bool IsTooLong => Code is "context_length_exceeded" or "string_above_max_length"
        || Says("context length") || Says("context window") || Says("maximum context")
        || Says("exceeds the available context") || Says("too many tokens");

    public bool Says(string words) => Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <param name="body">What came with a status of 400 or more.</param>
    /// <param name="key">The key that the request was made with: the server may repeat it.</param>
    public static ServerError Read(BinaryData body, string? key)
    {
        try
        {
            using var document = JsonDocument.Parse(JsonText.Repair(body.ToString()));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return None;
            var error = root.TryGetProperty("error", out var inner) ? inner : root;
            return error.ValueKind == JsonValueKind.Object
                ? new ServerError(
                    Text(error, "code"),
                    Shown(Text(error, "param"), key),
                    Shown(Text(error, "message"), key),
                    Shown(Categories(error), key))
                : None with { Message = Shown(error.ToString(), key) };
        }
        catch (JsonException)
        {
            // A proxy's HTML page, or nothing: the status alone has to do.
            return None;
        }
    }

    /// <summary>The names under <c>content_filter_result(s)</c> whose <c>filtered</c> is true, wherever they stand in the error.</summary>
    public static string Categories(JsonElement element)
        => string.Join(", ", Filtered(element, 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Filtered(JsonElement element, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object || depth > 4)
            yield break;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Object)
                continue;
            if (property.Value.TryGetProperty("filtered", out var filtered) && filtered.ValueKind == JsonValueKind.True)
                yield return property.Name;
            foreach (var deeper in Filtered(property.Value, depth + 1))
                yield return deeper;
        }
    }

    private static string Text(JsonElement error, string name)
        => error.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : "";

    private static string Shown(string words, string? key) => TextBoundary.Cut(Redaction.Redact(words, key), LongestMessage);
}
