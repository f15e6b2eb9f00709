using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Summarizer.Tests.Telemetry;

/// <summary>Listens to the instruments of one container, whatever else is measured meanwhile.</summary>
internal sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> measurements = new();
    private readonly ConcurrentDictionary<string, Instrument> instruments = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public Measured(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (!ReferenceEquals(instrument.Meter.Scope, factory))
                return;
            instruments[instrument.Name] = instrument;
            listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyCollection<Instrument> Instruments => [.. instruments.Values];

    public int Count(string name) => measurements.Count(m => m.Name == name);

    public double Sum(string name, params (string Key, string Value)[] tags) => measurements
        .Where(m => m.Name == name && tags.All(t => m.Tags.Any(has => has.Key == t.Key && (string?)has.Value == t.Value)))
        .Sum(m => m.Value);

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => measurements.Enqueue((instrument.Name, value, tags.ToArray()));
}
