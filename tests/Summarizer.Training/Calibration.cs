namespace Summarizer.Training;

/// <summary>Makes the confidences mean what they say.</summary>
internal static class Calibration
{
    /// <summary>
    /// The training sentences were picked so that no stance prevails; in print most sentences are neutral and
    /// praise is the rarest. The shifts lean the answers that way without losing the rare class.
    /// </summary>
    public const double AgainstShift = -0.2, FavorShift = 0.1;

    /// <summary>The factor on the scores with the least logarithmic loss on answers to sentences that the model never saw.</summary>
    public static double Sharpness(IReadOnlyList<Scored> scored)
        => Enumerable.Range(10, 191).Select(i => i / 50.0).MinBy(sharpness => scored.Sum(s => Loss(s, sharpness)));

    private static double Loss(Scored scored, double sharpness)
    {
        double against = scored.Against * sharpness, favor = scored.Favor * sharpness;
        var most = Math.Max(0, Math.Max(against, favor));
        var all = Math.Exp(against - most) + Math.Exp(-most) + Math.Exp(favor - most);
        return Math.Log(all) + most - (scored.Label == 0 ? against : scored.Label == 2 ? favor : 0);
    }
}
