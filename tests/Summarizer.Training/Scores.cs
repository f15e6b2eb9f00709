namespace Summarizer.Training;

/// <summary>Counts of gold and predicted labels.</summary>
internal sealed class Scores
{
    private readonly int[,] counts = new int[3, 3];

    public void Add(int gold, ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var c = 1; c < 3; c++)
        {
            if (probabilities[c] > probabilities[best])
                best = c;
        }

        counts[gold, best]++;
    }

    public double F1(int c)
    {
        int gold = 0, predicted = 0;
        for (var o = 0; o < 3; o++)
            (gold, predicted) = (gold + counts[c, o], predicted + counts[o, c]);
        return gold + predicted == 0 ? 0 : 200.0 * counts[c, c] / (gold + predicted);
    }

    public double MacroF1 => (F1(0) + F1(1) + F1(2)) / 3;

    public override string ToString() => FormattableString.Invariant($"{MacroF1:0.0} (against {F1(0):0.0}, neutral {F1(1):0.0}, favor {F1(2):0.0})");
}
