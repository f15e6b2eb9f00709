using System.Text.Json;
using Summarizer.Storage.Reviews;

namespace Summarizer.Web;

/// <summary>Reads a review that a client sends.</summary>
internal static class SentReview
{
    /// <summary>Of a place in the document, which the client names, as much is repeated.</summary>
    private const int MaxShown = 100;

    /// <summary>The review, or what is wrong with it.</summary>
    public static (Review? Review, string? Fault) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ReviewJson.Sent.Review) is { } review
                ? (review, null)
                : (null, "The body is null; send a document with a list of verdicts.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for escapes that are no characters.
            return (null, $"{Place(e as JsonException)} is not as a review has it: a field that is unknown, missing or given twice, or "
                + $"a value of another kind; /{ApiRoutes.OpenApi} describes the document.");
        }
    }

    private static string Place(JsonException? fault)
    {
        var path = fault?.Path?.TrimStart('$', '.') is { Length: > 0 } place ? place : "The document";
        return path.Length <= MaxShown ? path : string.Concat(path.AsSpan(0, MaxShown), "…");
    }
}
