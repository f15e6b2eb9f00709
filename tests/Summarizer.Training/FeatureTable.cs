using Summarizer.Engines.Embedded.Stances;

namespace Summarizer.Training;

/// <summary>Numbers the features of the training sentences.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<ulong, int> numbers = [];

    public List<ulong> Hashes { get; } = [];

    public List<FeatureFamily> Families { get; } = [];

    /// <param name="examples">The sentences.</param>
    /// <param name="least">Features of fewer sentences are left out.</param>
    public FeatureTable(IReadOnlyList<Example> examples, int least)
    {
        var seen = new Dictionary<ulong, (int Count, int Last, FeatureFamily Family)>();
        var sink = new Collector();
        for (var i = 0; i < examples.Count; i++)
        {
            sink.Features.Clear();
            StanceFeatures.Extract(examples[i].Text, examples[i].Target, ref sink);
            foreach (var (family, feature, _) in sink.Features)
            {
                var (count, last, _) = seen.GetValueOrDefault(feature, (0, -1, family));
                if (last != i)
                    seen[feature] = (count + 1, i, family);
            }
        }

        foreach (var (feature, (count, _, family)) in seen)
        {
            if (count < least)
                continue;
            numbers[feature] = Hashes.Count;
            Hashes.Add(feature);
            Families.Add(family);
        }
    }

    public Row RowOf(Example example, ReadOnlySpan<double> scales)
    {
        var sink = new Collector();
        StanceFeatures.Extract(example.Text, example.Target, ref sink);
        var norms = new double[(int)FeatureFamily.Count];
        var values = new SortedDictionary<int, double>();
        foreach (var (family, feature, value) in sink.Features)
        {
            norms[(int)family] += value * value;
            if (numbers.TryGetValue(feature, out var number))
                values[number] = values.GetValueOrDefault(number) + value;
        }

        var (indices, weights) = (new int[values.Count], new float[values.Count]);
        var i = 0;
        foreach (var (number, value) in values)
        {
            var family = (int)Families[number];
            (indices[i], weights[i]) = (number, (float)(value * scales[family] / Math.Sqrt(FeatureScales.IsDense((FeatureFamily)family) ? 1 : norms[family])));
            i++;
        }

        return new Row(indices, weights, example.Label);
    }

    private readonly struct Collector() : IFeatureSink
    {
        public List<(FeatureFamily Family, ulong Feature, float Value)> Features { get; } = [];

        public void Add(FeatureFamily family, ulong feature, float value) => Features.Add((family, feature, value));
    }
}

/// <summary>The features of one sentence, by number.</summary>
internal sealed record Row(int[] Indices, float[] Values, int Label);
