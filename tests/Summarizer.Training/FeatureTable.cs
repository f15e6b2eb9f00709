using Summarizer.Extractive.Stances.Features;

namespace Summarizer.Training;

/// <summary>Numbers the features of the training sentences.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<ulong, int> numbers = [];

    /// <param name="examples">The sentences.</param>
    /// <param name="least">Features of fewer sentences are left out.</param>
    public FeatureTable(IReadOnlyList<Example> examples, int least)
    {
        var seen = new Dictionary<ulong, (int Sentences, int Last, FeatureFamily Family)>();
        for (var i = 0; i < examples.Count; i++)
        {
            foreach (var (family, feature, _) in Features(examples[i]))
            {
                var (sentences, last, _) = seen.GetValueOrDefault(feature, (0, -1, family));
                if (last != i)
                    seen[feature] = (sentences + 1, i, family);
            }
        }

        foreach (var (feature, (sentences, _, family)) in seen)
        {
            if (sentences < least)
                continue;
            numbers[feature] = Hashes.Count;
            Hashes.Add(feature);
            Families.Add(family);
        }
    }

    public int Count => Hashes.Count;

    public List<ulong> Hashes { get; } = [];

    public List<FeatureFamily> Families { get; } = [];

    public Row RowOf(Example example)
    {
        var squares = new double[(int)FeatureFamily.Count];
        var values = new SortedDictionary<int, double>();
        foreach (var (family, feature, value) in Features(example))
        {
            squares[(int)family] += value * value;
            if (numbers.TryGetValue(feature, out var number))
                values[number] = values.GetValueOrDefault(number) + value;
        }

        var all = values.Select(
            v => (Feature: v.Key, Value: (float)(v.Value * FeatureScales.For(Families[v.Key], squares[(int)Families[v.Key]])))).ToList();
        var wordless = all.FindAll(v => !IsWords(Families[v.Feature]));
        return new Row([.. all.Select(v => v.Feature)], [.. all.Select(v => v.Value)], example.Label)
        {
            Wordless = new Row([.. wordless.Select(v => v.Feature)], [.. wordless.Select(v => v.Value)], example.Label),
        };
    }

    private static bool IsWords(FeatureFamily family)
        => family is FeatureFamily.Words or FeatureFamily.Window or FeatureFamily.Sides or FeatureFamily.Letters;

    private static List<(FeatureFamily Family, ulong Feature, float Value)> Features(Example example)
    {
        var sink = new Collector();
        StanceFeatures.Extract(example.Text, example.Target, ref sink);
        return sink.Features;
    }

    private readonly struct Collector() : IFeatureSink
    {
        public List<(FeatureFamily Family, ulong Feature, float Value)> Features { get; } = [];

        public void Add(FeatureFamily family, ulong feature, float value) => Features.Add((family, feature, value));
    }
}

/// <summary>The features of one sentence, by number.</summary>
/// <param name="Label">0 against, 1 neutral, 2 favor.</param>
internal sealed record Row(int[] Indices, float[] Values, int Label)
{
    /// <summary>The same sentence by what the lexicon and the order of words tell alone.</summary>
    public Row? Wordless { get; init; }
}
