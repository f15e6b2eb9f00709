namespace Summarizer.Training;

/// <summary>
/// Multinomial logistic regression with an L2 penalty, by AdaGrad (Duchi, Hazan, Singer 2011), averaged over the
/// later passes. Small steps and few passes regularise more than the penalty does.
/// </summary>
/// <param name="passes">Over all the sentences.</param>
/// <param name="rate">AdaGrad's step.</param>
/// <param name="penalty">Of the squared weights.</param>
/// <param name="wordless">
/// Share of the sentences shown without their words in each pass, so that the lexicon learns to carry
/// sentences whose words training never saw.
/// </param>
/// <param name="seed">Of the order of the sentences.</param>
internal sealed class SoftmaxTrainer(int passes, double rate, double penalty, double wordless, int seed)
{
    public const int Classes = 3;

    /// <summary>Keeps the steps of the intercepts small beside those of the features.</summary>
    public const double InterceptScale = 0.3;

    /// <returns>Weights, class after class for each feature; the intercepts come last.</returns>
    public double[] Train(IReadOnlyList<Row> rows, int features)
    {
        var size = (features + 1) * Classes;
        double[] weights = new double[size], squares = new double[size], average = new double[size];
        var random = new Random(seed);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var averaged = passes - (passes / 2);
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var r in order)
                Learn(random.NextDouble() < wordless ? rows[r].Wordless! : rows[r], features, weights, squares);
            for (var i = 0; pass >= passes / 2 && i < size; i++)
                average[i] += weights[i] / averaged;
        }

        return average;
    }

    /// <summary>Writes one score a class; their exponentials are in proportion to the probabilities.</summary>
    public static void Score(Row row, double[] weights, int features, Span<double> scores)
    {
        for (var c = 0; c < Classes; c++)
            scores[c] = weights[(features * Classes) + c] * InterceptScale;
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var at = row.Indices[i] * Classes;
            for (var c = 0; c < Classes; c++)
                scores[c] += weights[at + c] * row.Values[i];
        }
    }

    private void Learn(Row row, int features, double[] weights, double[] squares)
    {
        Span<double> errors = stackalloc double[Classes];
        Score(row, weights, features, errors);
        Softmax(errors);
        errors[row.Label]--;
        for (var i = 0; i < row.Indices.Length; i++)
        {
            var at = row.Indices[i] * Classes;
            for (var c = 0; c < Classes; c++)
                Step(at + c, (errors[c] * row.Values[i]) + (penalty * weights[at + c]), weights, squares);
        }

        for (var c = 0; c < Classes; c++)
            Step((features * Classes) + c, errors[c] * InterceptScale, weights, squares);
    }

    private void Step(int at, double gradient, double[] weights, double[] squares)
    {
        squares[at] += gradient * gradient;
        weights[at] -= rate * gradient / (Math.Sqrt(squares[at]) + 1e-6);
    }

    public static void Softmax(Span<double> scores)
    {
        var most = Math.Max(scores[0], Math.Max(scores[1], scores[2]));
        double sum = 0;
        for (var c = 0; c < Classes; c++)
            sum += scores[c] = Math.Exp(scores[c] - most);
        for (var c = 0; c < Classes; c++)
            scores[c] /= sum;
    }
}
