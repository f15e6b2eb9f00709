using System.Text.Json;
using Summarizer.LanguageModel.Limits;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Makes the body of a request in the shape that the server takes.</summary>
internal sealed class RequestBuilder(OpenAIOptions options)
{
    /// <summary>Room for the longest report and, with models that think before they write, for that too.</summary>
    internal const int MostOutput = 8_192;

    /// <summary>Tokens of a report of usual length.</summary>
    private const int UsualOutput = 1_000;

    /// <summary>Tokens of the schema and of what the API wraps around the messages.</summary>
    private const int Wrapping = 350;

    private static readonly JsonElement Schema = JsonDocument.Parse(ModelReply.Schema).RootElement.Clone();

    private readonly Lock gate = new();

    /// <summary>Tokens charged for one estimated: every model counts in its own way, and a budget is a hard limit.</summary>
    private double calibration = 1;

    /// <summary>The longest answer to ask for; under a budget no more than is set aside for it.</summary>
    private int Output => options.DailyTokenBudget is { } budget ? (int)Math.Clamp(budget / 20, 500, MostOutput) : MostOutput;

    public ChatRequest Build(IReadOnlyList<ChatText> messages, RequestShape shape) => new(options.Model!, messages)
    {
        Temperature = shape.Temperature ? 0 : null,
        Seed = shape.Seed ? 1 : null,
        MaxCompletionTokens = shape.Limit == TokenLimit.Completion ? Output : null,
        MaxTokens = shape.Limit == TokenLimit.Older ? Output : null,
        ResponseFormat = shape.Format switch
        {
            ReplyFormat.Schema => new ChatFormat("json_schema", new ChatSchema("article_report", Strict: true, Schema)),
            ReplyFormat.JsonObject => new ChatFormat("json_object", null),
            _ => null,
        },
    };

    /// <summary>Tokens of a call's input, as the model counted so far.</summary>
    public long Input(IReadOnlyList<ChatText> messages)
    {
        lock (gate)
            return (long)Math.Ceiling(calibration * (Wrapping + messages.Sum(m => TokenEstimate.Estimate(m.Content))));
    }

    /// <summary>Tokens to set aside for a call, in and out.</summary>
    public long Reserve(long input) => input + (options.DailyTokenBudget is null ? UsualOutput : Output);

    /// <summary>Compares what a call was charged with what was expected of it.</summary>
    public void Learn(long estimated, TokenUse charged)
    {
        lock (gate)
            calibration = Math.Clamp(Math.Max(calibration, calibration * charged.Input / Math.Max(estimated, 1)), 1, 10);
    }
}
