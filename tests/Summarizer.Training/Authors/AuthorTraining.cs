using System.Globalization;
using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Training.Authors;

/// <summary>Multinomial logistic regression with an L2 penalty by plain gradient descent: few features, few examples, no chance.</summary>
/// <param name="examples">Targets of articles.</param>
/// <param name="penalty">Of the squared weights, of features as scaled to a deviation of 1.</param>
internal sealed class AuthorTraining(IReadOnlyList<AuthorExample> examples, double penalty)
{
    /// <summary>For the hundreds of targets of English articles, and for the few of other languages.</summary>
    public const double Penalty = 25, PenaltyOfFew = 80;

    private const int Classes = 3, Steps = 1500;

    private const double Rate = 0.5;

    private const int Folds = 5;

    private readonly int features = AuthorFeatures.Names.Length;

    /// <summary>The lines of author.txt.</summary>
    public List<string> Weights()
    {
        var scales = Enumerable.Range(0, features).Select(Scale).ToArray();
        var weights = Train(scales);
        var lines = new List<string> { Line("intercept", weights[features]) };
        for (var f = 0; f < features; f++)
            lines.Add(Line(AuthorFeatures.Names[f], [scales[f].Mean, scales[f].Deviation, .. weights[f]]));
        return lines;
    }

    /// <summary>Each article judged by weights that never saw it.</summary>
    public IEnumerable<(AuthorExample Example, AuthorVerdict Verdict)> CrossValidated()
    {
        var articles = examples.Select(e => e.Article).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            var model = new AuthorStance(new AuthorTraining([.. examples.Where(e => !held.Contains(e.Article))], penalty).Weights());
            foreach (var example in examples.Where(e => held.Contains(e.Article)))
                yield return (example, model.Predict(example.Features));
        }
    }

    private static string Line(string name, IEnumerable<double> numbers)
        => name + " " + string.Join(' ', numbers.Select(n => n.ToString("0.####", CultureInfo.InvariantCulture)));

    private (double Mean, double Deviation) Scale(int feature)
    {
        var mean = examples.Average(e => e.Features[feature]);
        return (mean, Math.Max(1e-4, Math.Sqrt(examples.Average(e => Math.Pow(e.Features[feature] - mean, 2)))));
    }

    /// <returns>By feature, the intercepts last, by class.</returns>
    private double[][] Train((double Mean, double Deviation)[] scales)
    {
        var rows = examples.Select(e => e.Features.Select((v, f) => (v - scales[f].Mean) / scales[f].Deviation).Append(1).ToArray())
            .ToArray();
        var weights = Enumerable.Range(0, features + 1).Select(_ => new double[Classes]).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var gradient = weights.Select(w => new double[Classes]).ToArray();
            for (var r = 0; r < rows.Length; r++)
                AddGradient(rows[r], examples[r].Label, weights, gradient);
            for (var f = 0; f <= features; f++)
            {
                for (var c = 0; c < Classes; c++)
                    weights[f][c] -= Rate * (gradient[f][c] + (f < features ? penalty * weights[f][c] : 0)) / rows.Length;
            }
        }

        return weights;
    }

    private static void AddGradient(double[] row, int label, double[][] weights, double[][] gradient)
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
                gradient[f][c] += (scores[c] - (c == label ? 1 : 0)) * row[f];
        }
    }
}
