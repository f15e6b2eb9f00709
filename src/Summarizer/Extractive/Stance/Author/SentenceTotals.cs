namespace Summarizer.Extractive.Stances.Author;

/// <summary>Sums over sentences of one voice.</summary>
/// <param name="Weight">How many sentences, those that say little counted in part.</param>
/// <param name="Favor">Probabilities of favor.</param>
/// <param name="Against">Probabilities of opposition.</param>
/// <param name="Side">Leads of one over the other, plain ones counted more.</param>
internal readonly record struct SentenceTotals(double Weight, double Favor, double Against, double Side)
{
    public SentenceTotals With(StanceProbabilities of, double weight)
        => new(Weight + weight, Favor + (weight * of.Favor), Against + (weight * of.Against), Side + (weight * SideOf(of)));

    public static SentenceTotals operator +(SentenceTotals a, SentenceTotals b)
        => new(a.Weight + b.Weight, a.Favor + b.Favor, a.Against + b.Against, a.Side + b.Side);

    public static SentenceTotals Add(SentenceTotals left, SentenceTotals right) => left + right;

    /// <summary>From -1, opposition, to 1, favor; what is hardly said counts for less than its share.</summary>
    public static double SideOf(StanceProbabilities of)
    {
        var side = of.Favor - of.Against;
        return side * Math.Sqrt(Math.Abs(side));
    }
}
