namespace Summarizer.Training;

/// <summary>Multinomial logistic regression with an L2 penalty, by AdaGrad, averaged over the later passes.</summary>
internal sealed class SoftmaxTrainer(int passes, double rate, double penalty, int seed)
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
        Span<double> scores = stackalloc double[Classes];
        var averaged = 0;
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var r in order)
            {
                var row = rows[r];
                Score(row, weights, features, scores);
                for (var c = 0; c < Classes; c++)
                    scores[c] -= c == row.Label ? 1 : 0;
                for (var i = 0; i < row.Indices.Length; i++)
                {
                    var at = row.Indices[i] * Classes;
                    for (var c = 0; c < Classes; c++)
                        Step(at + c, (scores[c] * row.Values[i]) + (penalty * weights[at + c]), rate, weights, squares);
                }

                for (var c = 0; c < Classes; c++)
                    Step((features * Classes) + c, scores[c] * InterceptScale, rate, weights, squares);
            }

            if (pass >= passes / 2)
            {
                averaged++;
                for (var i = 0; i < size; i++)
                    average[i] += weights[i];
            }
        }

        for (var i = 0; i < size; i++)
            average[i] /= averaged;
        return average;
    }

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

        Softmax(scores);
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

    private static void Step(int at, double gradient, double rate, double[] weights, double[] squares)
    {
        squares[at] += gradient * gradient;
        weights[at] -= rate * gradient / (Math.Sqrt(squares[at]) + 1e-6);
    }
}
