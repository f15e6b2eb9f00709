using System.Globalization;

namespace Summarizer.Evaluation;

/// <summary>Confusion of gold and predicted stances, and what follows from it.</summary>
internal sealed class StanceCounts
{
    private static readonly Stance[] Order = [Stance.Against, Stance.Neutral, Stance.Favor];
    private readonly Dictionary<(Stance Gold, Stance Predicted), int> counts = [];

    public int Total => counts.Values.Sum();

    public double MacroF1 => Order.Average(F1);

    public void Add(Stance gold, Stance predicted)
        => counts[(gold, predicted)] = counts.GetValueOrDefault((gold, predicted)) + 1;

    /// <summary>Macro-F1 of always answering with the most frequent gold stance.</summary>
    public double MajorityMacroF1()
    {
        var most = Order.Max(Gold);
        return 2.0 * most / (Total + most) / Order.Length;
    }

    public void Print(TextWriter to)
    {
        var right = Order.Sum(s => counts.GetValueOrDefault((s, s)));
        to.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"macro-F1 {100 * MacroF1:0.0}   accuracy {100.0 * right / Math.Max(1, Total):0.0}   "
                + $"(majority: macro-F1 {100 * MajorityMacroF1():0.0})"));
        to.WriteLine();
        to.WriteLine("           precision  recall     F1    gold");
        foreach (var s in Order)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{s,-10}{100 * Precision(s),10:0.0}{100 * Recall(s),8:0.0}{100 * F1(s),7:0.0}{Gold(s),8}"));
        }

        to.WriteLine();
        to.WriteLine("gold \\ said   Against  Neutral    Favor");
        foreach (var gold in Order)
            to.WriteLine($"{gold,-11}" + string.Concat(Order.Select(p => $"{counts.GetValueOrDefault((gold, p)),9}")));
        to.WriteLine();
    }

    private double Precision(Stance s) => Share(counts.GetValueOrDefault((s, s)), Order.Sum(g => counts.GetValueOrDefault((g, s))));

    private double Recall(Stance s) => Share(counts.GetValueOrDefault((s, s)), Gold(s));

    private double F1(Stance s) => Share(2 * counts.GetValueOrDefault((s, s)), Gold(s) + Order.Sum(g => counts.GetValueOrDefault((g, s))));

    private int Gold(Stance s) => Order.Sum(p => counts.GetValueOrDefault((s, p)));

    private static double Share(double part, double whole) => whole == 0 ? 0 : part / whole;
}
