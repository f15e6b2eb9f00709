using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel.Wire;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel;

/// <summary>What the model does and costs, for listeners: meter <c>Summarizer.OpenAI</c>.</summary>
/// <remarks>Names after OpenTelemetry's conventions for generative AI where they have one.</remarks>
internal sealed class ModelMeters : IDisposable
{
    // The conventions' own bounds for this instrument.
    private static readonly double[] Bounds = [.01, .02, .04, .08, .16, .32, .64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private readonly Meter meter;
    private readonly Counter<long> tokens;
    private readonly Counter<long> answers;
    private readonly Histogram<double> duration;
    private readonly OpenAIOptions options;
    private readonly TimeProvider time;

    public ModelMeters(IMeterFactory meters, IOptions<OpenAIOptions> settings, TimeProvider time)
    {
        (options, this.time) = (settings.Value, time);
        meter = meters.Create(SummarizerMeters.Model);
        tokens = meter.CreateCounter<long>("summarizer.model.tokens", "{token}", "Tokens charged by the model's server, by direction.");
        answers = meter.CreateCounter<long>("summarizer.model.answers", "{answer}", "Answers of the model's server, by kind.");
        duration = meter.CreateHistogram(
            "gen_ai.client.operation.duration", "s", "One call of the model.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
    }

    /// <summary>Begins a call; disposing the answer ends it.</summary>
    public ModelCall Begin() => new(this, options, time);

    public void Count(ModelAnswer answer)
    {
        answers.Add(1, new KeyValuePair<string, object?>("kind", answer.GetType().Name));
        tokens.Add(answer.Use.Input, new KeyValuePair<string, object?>("direction", "input"));
        tokens.Add(answer.Use.Output, new KeyValuePair<string, object?>("direction", "output"));
    }

    public void Dispose() => meter.Dispose();

    internal void Took(TimeSpan elapsed, params ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => duration.Record(elapsed.TotalSeconds, tags);
}
