using System.Text.Json;
using Summarizer.Reading;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Reads the model's words as a draft.</summary>
internal static class ReplyReader
{
    /// <summary>More than this of anything is not an answer to what was asked.</summary>
    private const int MostItems = 200;

    /// <returns>Null when the words are not the JSON that was requested.</returns>
    public static ModelReply? Read(string content)
    {
        // Servers without response_format let models think aloud and fence their JSON.
        var thought = content.LastIndexOf("</think>", StringComparison.Ordinal);
        var (start, end) = (content.IndexOf('{', Math.Max(thought, 0)), content.LastIndexOf('}'));
        if (start < 0 || end < start)
            return null;
        try
        {
            var reply = JsonSerializer.Deserialize(JsonText.Repair(content.AsSpan(start, end - start + 1)), ReplyJson.Default.ModelReply);
            return reply is { Summary: not null } ? reply : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Write(ModelReply reply) => JsonSerializer.Serialize(reply, ReplyJson.Default.ModelReply);

    /// <summary>The claims of a reply, none of them believed yet.</summary>
    public static Draft Draft(ModelReply reply, double coverage, EngineReport report) => new(
        reply.Headline,
        [.. (reply.Summary ?? []).OfType<ReplySentence>().Where(s => s.Text is not null).Take(MostItems)
            .Select(s => new DraftSentence(s.Text!, Quotes(s.Quotes)))],
        [.. (reply.Stances ?? []).OfType<ReplyStance>().Where(s => s.Target is not null).Take(MostItems)
            .Select(s => new DraftStance(
                s.Target!, Type(s.Type), s.Holder ?? StanceTag.Author, Stance(s.Stance), s.Confidence ?? 0.5, Quotes(s.Quotes)))],
        coverage,
        report);

    private static IReadOnlyList<Quote> Quotes(IReadOnlyList<string?>? quotes)
        => [.. (quotes ?? []).OfType<string>().Take(MostItems).Select(q => new Quote(q))];

    /// <summary>Without a schema models write the words their own way.</summary>
    private static TargetType Type(string? type) => type?.Trim().ToLowerInvariant() switch
    {
        "person" or "people" => TargetType.Person,
        "organization" or "organisation" or "company" or "government" or "party" or "group" => TargetType.Organization,
        "place" or "country" or "city" or "location" => TargetType.Place,
        _ => TargetType.Topic,
    };

    private static Stance Stance(string? stance) => stance?.Trim().ToLowerInvariant() switch
    {
        "favor" or "favour" or "for" or "pro" or "positive" or "support" => Summarizer.Stance.Favor,
        "against" or "anti" or "con" or "negative" or "oppose" => Summarizer.Stance.Against,
        "neutral" or "none" or "balanced" => Summarizer.Stance.Neutral,
        _ => Summarizer.Stance.Unclear,
    };
}
