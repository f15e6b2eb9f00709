using System.Globalization;
using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Training.Authors;

/// <summary>Multinomial logistic regression with an L2 penalty by plain gradient descent: few features, few examples, no chance.</summary>
internal sealed class AuthorTraining(IReadOnlyList<AuthorExample> examples)
{
    private const int Classes = 3, Steps = 2000;

    private const double Rate = 0.5, Penalty = 5;

    /// <summary>
    /// 0 leaves the rare stances rare, 1 makes all as frequent; between, because few articles take sides and those
    /// matter.
    /// </summary>
    private const double Balance = 0.6;

    private const int Folds = 5;

    private readonly int features = AuthorFeatures.Names.Length;

    /// <summary>The lines of author.txt.</summary>
    public List<string> Weights()
    {
        var lines = new List<string> { Line("importance", Importance()) };
        var scales = Enumerable.Range(0, features).Select(Scale).ToArray();
        var weights = Train(scales);
        lines.Add(Line("intercept", weights[features]));
        for (var f = 0; f < features; f++)
            lines.Add(Line(AuthorFeatures.Names[f], [scales[f].Mean, scales[f].Deviation, .. weights[f]]));
        return lines;
    }

    /// <summary>Each article judged by weights that never saw it: gold, stance and confidence.</summary>
    public IEnumerable<(int Gold, Stance Stance, double Confidence)> CrossValidated()
    {
        var articles = examples.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            var model = new AuthorStance(new AuthorTraining([.. examples.Where(e => !held.Contains(e.Article))]).Weights());
            foreach (var example in examples.Where(e => held.Contains(e.Article)))
            {
                var (stance, confidence) = model.Predict(example.Features);
                yield return (example.Label, stance, confidence);
            }
        }
    }

    private static string Line(string name, IEnumerable<double> numbers)
        => name + " " + string.Join(' ', numbers.Select(n => n.ToString("0.####", CultureInfo.InvariantCulture)));

    private double[] Importance()
        => [.. Enumerable.Range(0, Classes)
            .Select(c => Math.Pow(examples.Count / (double)Classes / Math.Max(1, examples.Count(e => e.Label == c)), Balance))];

    private (double Mean, double Deviation) Scale(int feature)
    {
        var mean = examples.Average(e => e.Features[feature]);
        return (mean, Math.Max(1e-4, Math.Sqrt(examples.Average(e => Math.Pow(e.Features[feature] - mean, 2)))));
    }

    /// <returns>By feature, the intercepts last, by class.</returns>
    private double[][] Train((double Mean, double Deviation)[] scales)
    {
        var importance = Importance();
        var rows = examples.Select(e => e.Features.Select((v, f) => (v - scales[f].Mean) / scales[f].Deviation).Append(1).ToArray())
            .ToArray();
        var weights = Enumerable.Range(0, features + 1).Select(_ => new double[Classes]).ToArray();
        var all = examples.Sum(e => importance[e.Label]);
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select(w => new double[Classes]).ToArray();
            for (var r = 0; r < rows.Length; r++)
                AddGradient(rows[r], examples[r].Label, importance[examples[r].Label], weights, gradient);
            for (var f = 0; f <= features; f++)
            {
                for (var c = 0; c < Classes; c++)
                    weights[f][c] -= Rate * (gradient[f][c] + (f < features ? Penalty * weights[f][c] : 0)) / all;
            }
        }

        return weights;
    }

    private static void AddGradient(double[] row, int label, double importance, double[][] weights, double[][] gradient)
    {
        Span<double> scores = stackalloc double[Classes];
        for (var f = 0; f < row.Length; f++)
        {
            for (var c = 0; c < Classes; c++)
                scores[c] += weights[f][c] * row[f];
        }

        SoftmaxTrainer.Softmax(scores);
        for (var f = 0; f < row.Length; f++)
        {
            for (var c = 0; c < Classes; c++)
                gradient[f][c] += importance * (scores[c] - (c == label ? 1 : 0)) * row[f];
        }
    }
}
