namespace Summarizer.Extractive.Stances.Author;

/// <summary>What the whole article says of one target.</summary>
/// <param name="Probabilities">They sum to 1.</param>
internal readonly record struct AuthorVerdict(TagProbabilities Probabilities)
{
    /// <summary>A side less probable than this is not taken.</summary>
    private const double LeastSided = 0.5;

    /// <summary>"Takes no side" takes more than that nothing was found.</summary>
    private const double LeastNeutral = 0.6;

    public Stance Stance => Probabilities.Favor >= LeastSided ? Stance.Favor
        : Probabilities.Against >= LeastSided ? Stance.Against
        : Probabilities.Neutral >= LeastNeutral ? Stance.Neutral
        : Stance.Unclear;

    /// <summary>Of the stance, or of the most probable one where it is unclear.</summary>
    public double Confidence => Math.Max(Probabilities.Neutral, Math.Max(Probabilities.Favor, Probabilities.Against));
}
