namespace Summarizer.Extractive.Stances.Author;

/// <summary>Words of praise and of blame in a stretch of text, whoever they are said of.</summary>
/// <param name="Praise">Sum of the polarities of words that speak well, each from 0 to 1.</param>
/// <param name="Blame">The same for words that speak badly.</param>
/// <param name="Words">All words, those without a polarity too.</param>
internal readonly record struct Valence(double Praise, double Blame, double Words)
{
    /// <summary>Words of no polarity assumed beside those read, so that a short stretch is not judged by a single word.</summary>
    private const double Prior = 20;

    /// <summary>From about -1, all blame, to 1, all praise: the balance in 10 words.</summary>
    public double Balance => Math.Clamp(10 * (Praise - Blame) / (Words + Prior), -1, 1);

    public static Valence operator +(Valence a, Valence b) => new(a.Praise + b.Praise, a.Blame + b.Blame, a.Words + b.Words);

    public static Valence operator *(Valence a, double weight) => new(a.Praise * weight, a.Blame * weight, a.Words * weight);

    public static Valence Add(Valence left, Valence right) => left + right;

    public static Valence Multiply(Valence left, double right) => left * right;
}
