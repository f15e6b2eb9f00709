namespace Summarizer.Training.Learning;

/// <summary>Least squares with an L2 penalty, solved at once: no chance, the same examples give the same weights.</summary>
internal static class RidgeRegression
{
    /// <param name="rows">Features by example.</param>
    /// <param name="values">What is to be told.</param>
    /// <param name="importance">How much each example counts.</param>
    /// <param name="penalty">Of the squared weights of the features as scaled to a deviation of 1; the intercept has none.</param>
    /// <returns>Weights of the features as given, the intercept last.</returns>
    public static double[] Fit(
        IReadOnlyList<double[]> rows, IReadOnlyList<double> values, IReadOnlyList<double> importance, double penalty)
    {
        var size = rows[0].Length;
        var total = importance.Sum();
        var means = Enumerable.Range(0, size).Select(f => rows.Select((r, i) => importance[i] * r[f]).Sum() / total).ToArray();
        var deviations = Enumerable.Range(0, size)
            .Select(f => Math.Sqrt(rows.Select((r, i) => importance[i] * Math.Pow(r[f] - means[f], 2)).Sum() / total))
            .Select(d => d < 1e-6 ? 1 : d).ToArray();
        var mean = values.Select((v, i) => importance[i] * v).Sum() / total;
        var matrix = new double[size, size];
        var right = new double[size];
        for (var f = 0; f < size; f++)
            matrix[f, f] = penalty;
        for (var r = 0; r < rows.Count; r++)
        {
            var scaled = rows[r].Select((v, f) => (v - means[f]) / deviations[f]).ToArray();
            for (var f = 0; f < size; f++)
            {
                right[f] += importance[r] * scaled[f] * (values[r] - mean);
                for (var g = 0; g < size; g++)
                    matrix[f, g] += importance[r] * scaled[f] * scaled[g];
            }
        }

        var weights = LinearEquations.Solve(matrix, right).Select((w, f) => w / deviations[f]).ToArray();
        return [.. weights, mean - weights.Select((w, f) => w * means[f]).Sum()];
    }
}
