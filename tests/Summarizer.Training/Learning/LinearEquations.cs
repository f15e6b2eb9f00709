namespace Summarizer.Training.Learning;

/// <summary>As many linear equations as unknowns.</summary>
internal static class LinearEquations
{
    /// <summary>Gaussian elimination; both arguments are overwritten.</summary>
    /// <param name="matrix">Not singular; a penalty on its diagonal keeps it so.</param>
    /// <param name="right">The right sides.</param>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            var pivot = i;
            for (var r = i + 1; r < size; r++)
                pivot = Math.Abs(matrix[r, i]) > Math.Abs(matrix[pivot, i]) ? r : pivot;
            for (var c = 0; c < size; c++)
                (matrix[i, c], matrix[pivot, c]) = (matrix[pivot, c], matrix[i, c]);
            (right[i], right[pivot]) = (right[pivot], right[i]);
            for (var r = i + 1; r < size; r++)
            {
                var factor = matrix[r, i] / matrix[i, i];
                for (var c = i; c < size; c++)
                    matrix[r, c] -= factor * matrix[i, c];
                right[r] -= factor * right[i];
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var c = i + 1; c < size; c++)
                right[i] -= matrix[i, c] * right[c];
            right[i] /= matrix[i, i];
        }

        return right;
    }
}
