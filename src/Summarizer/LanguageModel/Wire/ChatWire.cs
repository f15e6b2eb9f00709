using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Summarizer.LanguageModel.Wire;

/// <summary>The body of a chat completion request. What is null is not sent: not every server takes everything.</summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatText> Messages)
{
    public double? Temperature { get; init; }

    public long? Seed { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public int? MaxTokens { get; init; }

    public ChatFormat? ResponseFormat { get; init; }
}

internal sealed record ChatText(string Role, string Content);

/// <param name="Type"><c>json_schema</c> or <c>json_object</c>.</param>
internal sealed record ChatFormat(string Type, ChatSchema? JsonSchema);

internal sealed record ChatSchema(string Name, bool Strict, JsonElement Schema);

/// <summary>As much of the answer as is used; everything may be missing.</summary>
internal sealed record ChatAnswer(IReadOnlyList<ChatChoice?>? Choices, ChatUsage? Usage);

internal sealed record ChatChoice(ChatReply? Message, string? FinishReason, JsonElement? ContentFilterResults);

internal sealed record ChatReply(string? Content, string? Refusal);

internal sealed record ChatUsage(int? PromptTokens, int? CompletionTokens);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatAnswer))]
internal sealed partial class ChatJson : JsonSerializerContext
{
    /// <summary>Letters stay letters: escapes would cost bytes for every letter outside ASCII.</summary>
    public static ChatJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
