using System.Globalization;

namespace Summarizer.Evaluation;

/// <summary>How often an answer given with some confidence is right: with 0.8, about 80 % should be.</summary>
internal sealed class CalibrationBins
{
    private const int Bins = 10;
    private readonly int[] all = new int[Bins];
    private readonly int[] right = new int[Bins];
    private readonly double[] confidences = new double[Bins];

    public void Add(double confidence, bool isRight)
    {
        var bin = Math.Clamp((int)(confidence * Bins), 0, Bins - 1);
        all[bin]++;
        right[bin] += isRight ? 1 : 0;
        confidences[bin] += confidence;
    }

    public void Print(TextWriter to)
    {
        to.WriteLine("confidence   answers   mean   right");
        double error = 0;
        for (var i = 0; i < Bins; i++)
        {
            if (all[i] == 0)
                continue;
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{i / 10.0:0.0} to {(i + 1) / 10.0:0.0}{all[i],10}{confidences[i] / all[i],8:0.00}{(double)right[i] / all[i],8:0.00}"));
            error += Math.Abs(confidences[i] - right[i]);
        }

        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"expected calibration error {error / Math.Max(1, all.Sum()):0.000}"));
    }
}
