namespace Summarizer.Engines.Embedded.Stances;

/// <summary>How much each family weighs against the others; chosen by cross-validation on the training sentences.</summary>
internal static class FeatureScales
{
    public static double[] Default { get; } = [1, 1, 1, 1, 1, 0.5, 0.7];

    /// <summary>Families whose values are numbers of their own and are not scaled to one length.</summary>
    public static bool IsDense(FeatureFamily family) => family is FeatureFamily.Sums;
}
