using System.ClientModel.Primitives;
using System.Text.Json;
using Summarizer.LanguageModel.Limits;
using Summarizer.Reading;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Turns a response of the server, whatever it is, into one of the answers there are.</summary>
internal static class AnswerReader
{
    public static ModelAnswer Read(PipelineResponse response, OpenAIOptions options, DateTimeOffset now)
    {
        if (response.Status is >= 200 and < 300)
            return Completed(response.Content, options.ApiKey);
        var error = ServerError.Read(response.Content, options.ApiKey);
        var delay = ServerDelay.RetryAfter(response.Headers, now);
        return response.Status switch
        {
            401 => new ModelAnswer.WrongSetting(
                $"The model's server refused the credentials (401); {Credentials(options)} {Quoted(error)}"),
            403 => new ModelAnswer.WrongSetting(
                $"The model's server denied access (403); {Credentials(options)} {Quoted(error)}"),
            404 => new ModelAnswer.WrongSetting(NotFound(options, error)),
            429 when error.Code is "insufficient_quota" => new ModelAnswer.WrongSetting(
                $"The account's quota at the model's server is used up; raise it or its billing limit. {Quoted(error)}"),
            429 => new ModelAnswer.Throttled(delay),
            400 or 422 when error.IsContentFilter => new ModelAnswer.Filtered(error.FilteredAs),
            400 or 413 or 422 when error.IsTooLong || response.Status == 413 => new ModelAnswer.TooLong(),
            400 or 405 or 415 or 422 or 501 => new ModelAnswer.Unsupported($"{error.Parameter} {error.Message}".Trim()),
            _ => new ModelAnswer.Unavailable($"The model's server answered {response.Status}.", delay, Timely: true),
        };
    }

    private static ModelAnswer Completed(BinaryData body, string? key)
    {
        ChatAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(JsonText.Repair(body.ToString()), ChatJson.Default.ChatAnswer);
        }
        catch (JsonException)
        {
            answer = null;
        }

        var use = new TokenUse(Math.Max(answer?.Usage?.PromptTokens ?? 0, 0), Math.Max(answer?.Usage?.CompletionTokens ?? 0, 0));
        if (answer?.Choices is not [{ } choice, ..])
            return new ModelAnswer.Malformed { Use = use };
        if (choice.FinishReason == "content_filter")
        {
            var categories = choice.ContentFilterResults is { } results ? ServerError.Categories(results) : "";
            return new ModelAnswer.Filtered(Redaction.Redact(categories, key)) { Use = use };
        }

        if (!string.IsNullOrWhiteSpace(choice.Message?.Refusal))
            return new ModelAnswer.Refused(choice.Message.Refusal) { Use = use };
        if (choice.FinishReason == "length")
            return new ModelAnswer.Cut { Use = use };
        return string.IsNullOrWhiteSpace(choice.Message?.Content)
            ? new ModelAnswer.Malformed { Use = use }
            : new ModelAnswer.Reply(choice.Message.Content) { Use = use };
    }

    private static string Credentials(OpenAIOptions options) => options.ApiKey is null
        ? ModelConnection.IsAzure(options.Endpoint!)
            ? "give this app's Entra identity the role Cognitive Services OpenAI User, or set OpenAI__ApiKey."
            : "set OpenAI__ApiKey."
        : "check OpenAI__ApiKey, and that it belongs to OpenAI__Endpoint.";

    /// <summary>Without a user's name, password or query, which may be credentials.</summary>
    private static string Address(Uri endpoint) => $"{endpoint.Scheme}://{endpoint.Authority}{endpoint.AbsolutePath}";

    private static string NotFound(OpenAIOptions options, ServerError error)
        => error.Code is "model_not_found" or "DeploymentNotFound" || error.Says("model") || error.Says("deployment")
            ? $"The model's server knows no \"{options.Model}\" (404); check OpenAI__Model. {Quoted(error)}"
            : $"There is no chat completion API at {Address(options.Endpoint!)} (404); "
                + $"check OpenAI__Endpoint, which on Azure ends with /openai/v1/. {Quoted(error)}";

    private static string Quoted(ServerError error) => UpstreamMessage.Quoted(error.Message);
}
