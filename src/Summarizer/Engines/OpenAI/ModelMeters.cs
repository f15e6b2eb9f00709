using System.Diagnostics.Metrics;

namespace Summarizer.Engines.OpenAI;

/// <summary>What the model costs, for whoever listens: meter <c>Summarizer.OpenAI</c>.</summary>
internal sealed class ModelMeters : IDisposable
{
    private readonly Meter meter;
    private readonly Counter<long> tokens;
    private readonly Counter<long> answers;

    public ModelMeters(IMeterFactory meters)
    {
        meter = meters.Create("Summarizer.OpenAI");
        tokens = meter.CreateCounter<long>("summarizer.model.tokens", "{token}", "Tokens charged by the model's server, by direction.");
        answers = meter.CreateCounter<long>("summarizer.model.answers", "{answer}", "Answers of the model's server, by kind.");
    }

    public void Count(ModelAnswer answer)
    {
        answers.Add(1, new KeyValuePair<string, object?>("kind", answer.GetType().Name));
        tokens.Add(answer.Use.Input, new KeyValuePair<string, object?>("direction", "input"));
        tokens.Add(answer.Use.Output, new KeyValuePair<string, object?>("direction", "output"));
    }

    public void Dispose() => meter.Dispose();
}
