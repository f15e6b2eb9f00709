namespace Summarizer.Extractive.Stances.Features;

/// <summary>How much each family weighs against the others; chosen by cross-validation on the training sentences.</summary>
internal static class FeatureScales
{
    private const float Shape = 0.8f;
    private const float Sums = 0.7f;
    private const float Steps = 0.5f;

    /// <param name="family">The family.</param>
    /// <param name="squares">Sum of the squares of its values in the sentence.</param>
    /// <returns>The factor on its values.</returns>
    public static float For(FeatureFamily family, double squares)
    {
        var one = family switch
        {
            FeatureFamily.Shape => Shape,
            FeatureFamily.Sums => Sums,
            FeatureFamily.Steps => Steps,
            _ => 1,
        };

        // The sums are numbers already; a family of counts is brought to the length of one.
        return family is FeatureFamily.Sums ? one : one / MathF.Sqrt(Math.Max(1, (float)squares));
    }
}
