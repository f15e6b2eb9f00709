namespace Summarizer.Training.Learning;

/// <summary>
/// Multinomial logistic regression over hashed features that are there or not, by AdaGrad, averaged over the later passes.
/// </summary>
/// <param name="classes">How many.</param>
/// <param name="passes">Over all the examples.</param>
/// <param name="rate">AdaGrad's step.</param>
/// <param name="seed">Of the order of the examples.</param>
internal sealed class HashedSoftmax(int classes, int passes, double rate, int seed)
{
    private readonly Dictionary<ulong, int> numbers = [];

    private float[] average = [];

    /// <param name="examples">The features of each, and its class.</param>
    /// <param name="least">A feature seen less often is left out.</param>
    public void Train(IReadOnlyList<(ulong[] Features, int Label)> examples, int least)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var feature in examples.SelectMany(e => e.Features))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        foreach (var (feature, count) in counts)
        {
            if (count >= least)
                numbers.Add(feature, numbers.Count);
        }

        (int[] Features, int Label)[] rows = [.. examples.Select(e =>
            (e.Features.Where(numbers.ContainsKey).Select(f => numbers[f]).ToArray(), e.Label))];
        var size = numbers.Count * classes;
        float[] weights = new float[size], squares = new float[size];
        average = new float[size];
        var random = new Random(seed);
        var averaged = passes - (passes / 2);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(rows);
            foreach (var (features, label) in rows)
                Learn(features, label, weights, squares);
            for (var i = 0; pass >= passes / 2 && i < size; i++)
                average[i] += weights[i] / averaged;
        }
    }

    /// <summary>The weights of the features that have the greatest ones.</summary>
    public IEnumerable<KeyValuePair<ulong, float[]>> Strongest(int most)
        => numbers.Select(n => KeyValuePair.Create(n.Key, average[(n.Value * classes)..((n.Value + 1) * classes)]))
            .OrderByDescending(w => w.Value.Max(Math.Abs)).ThenBy(w => w.Key).Take(most);

    private void Learn(int[] features, int label, float[] weights, float[] squares)
    {
        Span<double> errors = stackalloc double[classes];
        errors.Clear();
        foreach (var feature in features)
        {
            for (var c = 0; c < classes; c++)
                errors[c] += weights[(feature * classes) + c];
        }

        var (most, sum) = (double.MinValue, 0.0);
        foreach (var score in errors)
            most = Math.Max(most, score);
        for (var c = 0; c < classes; c++)
            sum += errors[c] = Math.Exp(errors[c] - most);
        for (var c = 0; c < classes; c++)
            errors[c] = (errors[c] / sum) - (c == label ? 1 : 0);
        foreach (var feature in features)
        {
            for (var c = 0; c < classes; c++)
            {
                var i = (feature * classes) + c;
                squares[i] += (float)(errors[c] * errors[c]);
                weights[i] -= (float)(rate * errors[c] / (Math.Sqrt(squares[i]) + 1e-6));
            }
        }
    }
}
