namespace Summarizer.Training;

/// <summary>Counts of gold and predicted labels.</summary>
internal sealed class Confusion
{
    private readonly int[,] counts = new int[SoftmaxTrainer.Classes, SoftmaxTrainer.Classes];

    public double MacroF1 => (F1(0) + F1(1) + F1(2)) / 3;

    public static Confusion Of(IEnumerable<Scored> answers)
    {
        var confusion = new Confusion();
        foreach (var answer in answers)
            confusion.counts[answer.Label, answer.Answer]++;
        return confusion;
    }

    /// <summary>Percent.</summary>
    public double F1(int label)
    {
        int gold = 0, predicted = 0;
        for (var other = 0; other < SoftmaxTrainer.Classes; other++)
            (gold, predicted) = (gold + counts[label, other], predicted + counts[other, label]);
        return gold + predicted == 0 ? 0 : 200.0 * counts[label, label] / (gold + predicted);
    }

    public override string ToString()
        => FormattableString.Invariant($"{MacroF1:0.0} (against {F1(0):0.0}, neutral {F1(1):0.0}, favor {F1(2):0.0})");
}
