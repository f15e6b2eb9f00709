using System.Text.Json;
using System.Text.Json.Serialization;
using Summarizer.Reading;

namespace Summarizer.LanguageModel.Wire;

/// <summary>What the model is asked to answer with; anything may be missing from what it does answer.</summary>
internal sealed record ModelReply(string? Headline, IReadOnlyList<ReplySentence?>? Summary, IReadOnlyList<ReplyStance?>? Stances)
{
    /// <summary>The same as a JSON Schema, in the subset that strict mode knows.</summary>
    public const string Schema = """
        {
          "type": "object",
          "properties": {
            "headline": { "type": "string" },
            "summary": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "text": { "type": "string" },
                  "quotes": { "type": "array", "items": { "type": "string" } }
                },
                "required": ["text", "quotes"],
                "additionalProperties": false
              }
            },
            "stances": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "target": { "type": "string" },
                  "type": { "type": "string", "enum": ["person", "organization", "place", "topic"] },
                  "holder": { "type": "string" },
                  "stance": { "type": "string", "enum": ["favor", "against", "neutral"] },
                  "confidence": { "type": "number" },
                  "quotes": { "type": "array", "items": { "type": "string" } }
                },
                "required": ["target", "type", "holder", "stance", "confidence", "quotes"],
                "additionalProperties": false
              }
            }
          },
          "required": ["headline", "summary", "stances"],
          "additionalProperties": false
        }
        """;
}

internal sealed record ReplySentence(string? Text, IReadOnlyList<string?>? Quotes);

internal sealed record ReplyStance(
    string? Target, string? Type, string? Holder, string? Stance, double? Confidence, IReadOnlyList<string?>? Quotes);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    AllowTrailingCommas = true,
    Converters = [typeof(CleanStrings)])]
[JsonSerializable(typeof(ModelReply))]
internal sealed partial class ReplyJson : JsonSerializerContext;

/// <summary>A model may write what no text holds: its strings are cleaned as an article's are.</summary>
internal sealed class CleanStrings : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String ? CleanText.Normalise(reader.GetString()!) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
