namespace Summarizer.Training.Learning;

/// <summary>
/// Logistic regression with an L2 penalty by Newton's method (iteratively reweighted least squares): few features, no
/// chance, the same examples give the same weights.
/// </summary>
internal static class LogisticRegression
{
    private const int Steps = 25;

    /// <param name="rows">Features by example.</param>
    /// <param name="labels">Whether it is so.</param>
    /// <param name="penalty">Of the squared weights of the features as scaled to a deviation of 1; the intercept has none.</param>
    /// <returns>Weights of the features as given, the intercept last.</returns>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double penalty)
    {
        var features = rows[0].Length;
        var scales = Enumerable.Range(0, features).Select(f => ScaleOf(rows, f)).ToArray();
        var scaled = rows.Select(r => r.Select((v, f) => (v - scales[f].Mean) / scales[f].Deviation).Append(1).ToArray()).ToArray();
        var weights = new double[features + 1];
        for (var step = 0; step < Steps; step++)
            Step(scaled, labels, penalty, weights);
        for (var f = 0; f < features; f++)
        {
            weights[f] /= scales[f].Deviation;
            weights[features] -= weights[f] * scales[f].Mean;
        }

        return weights;
    }

    private static (double Mean, double Deviation) ScaleOf(IReadOnlyList<double[]> rows, int feature)
    {
        var mean = rows.Average(r => r[feature]);
        var deviation = Math.Sqrt(rows.Average(r => Math.Pow(r[feature] - mean, 2)));
        return (mean, deviation < 1e-6 ? 1 : deviation);
    }

    private static void Step(double[][] rows, IReadOnlyList<bool> labels, double penalty, double[] weights)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var curvature = new double[size, size];
        for (var f = 0; f < size - 1; f++)
        {
            gradient[f] = penalty * weights[f];
            curvature[f, f] = penalty;
        }

        curvature[size - 1, size - 1] = 1e-9;
        for (var r = 0; r < rows.Length; r++)
        {
            var score = 0.0;
            for (var f = 0; f < size; f++)
                score += weights[f] * rows[r][f];
            var probability = 1 / (1 + Math.Exp(-score));
            var (error, weight) = (probability - (labels[r] ? 1 : 0), Math.Max(1e-6, probability * (1 - probability)));
            for (var f = 0; f < size; f++)
            {
                gradient[f] += error * rows[r][f];
                for (var g = 0; g < size; g++)
                    curvature[f, g] += weight * rows[r][f] * rows[r][g];
            }
        }

        var change = LinearEquations.Solve(curvature, gradient);
        for (var f = 0; f < size; f++)
            weights[f] -= change[f];
    }
}
