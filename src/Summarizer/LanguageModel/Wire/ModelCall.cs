using System.Diagnostics;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>The span and the duration of one call of the model, by OpenTelemetry's conventions for generative AI.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/gen-ai/ - without prompts and answers, which the conventions leave out
/// unless requested.</remarks>
internal sealed class ModelCall : IDisposable
{
    private const string Operation = "chat";

    private readonly ModelMeters meters;
    private readonly OpenAIOptions options;
    private readonly Activity? span;
    private readonly TimeProvider time;
    private readonly long started;
    private string? error = "interrupted";

    public ModelCall(ModelMeters meters, OpenAIOptions options, TimeProvider time)
    {
        (this.meters, this.options, this.time) = (meters, options, time);
        started = time.GetTimestamp();
        span = ArticleTrace.Call($"{Operation} {options.Model}");
        span?.SetTag("gen_ai.operation.name", Operation)
            .SetTag("gen_ai.provider.name", Provider)
            .SetTag("gen_ai.request.model", options.Model)
            .SetTag("server.address", options.Endpoint?.Host)
            .SetTag("server.port", options.Endpoint?.Port);
    }

    private string Provider
        => options.Endpoint is { } endpoint && ModelConnection.IsAzure(endpoint) ? "azure.ai.openai" : "openai";

    /// <summary>The model's server answered, or could not be reached.</summary>
    public ModelAnswer End(ModelAnswer answer)
    {
        error = answer is ModelAnswer.Reply or ModelAnswer.Cut ? null : answer.GetType().Name;
        span?.SetTag("gen_ai.usage.input_tokens", answer.Use.Input).SetTag("gen_ai.usage.output_tokens", answer.Use.Output);
        meters.Count(answer);
        return answer;
    }

    public void Dispose()
    {
        var elapsed = time.GetElapsedTime(started);
        KeyValuePair<string, object?>[] tags =
        [
            new("gen_ai.operation.name", Operation),
            new("gen_ai.provider.name", Provider),
            new("gen_ai.request.model", options.Model),
            new("server.address", options.Endpoint?.Host),
        ];
        if (error is null)
        {
            meters.Took(elapsed, tags);
        }
        else
        {
            span.Fail(error);
            meters.Took(elapsed, [.. tags, new(TraceTags.Error, error)]);
        }

        span?.Dispose();
    }
}
