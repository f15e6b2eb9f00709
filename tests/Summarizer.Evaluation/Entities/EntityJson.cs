using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summarizer.Evaluation.Entities;

/// <summary>Spans and types of names as the entity sets spell them.</summary>
internal static class EntityJson
{
    /// <summary>The types that are targets; sets have others too.</summary>
    public static readonly string[] Types = ["person", "organization", "place"];

    public static TextSpan SpanOf(JsonElement item) => new(item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32());

    public static string? TextOf(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string NameOf(TargetType type) => type switch
    {
        TargetType.Person => "person",
        TargetType.Organization => "organization",
        TargetType.Place => "place",
        _ => "topic",
    };

    public static JsonObject Node(TextSpan span, string key, string value)
        => new() { ["start"] = span.Start, ["end"] = span.End, [key] = value };
}
