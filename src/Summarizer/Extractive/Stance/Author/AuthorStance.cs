using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// From what its sentences say to the author's stance in the whole English article: multinomial logistic regression
/// over <see cref="AuthorFeatures"/>. Few articles take sides, so the rare stances were given more weight in training;
/// the confidence takes that back.
/// </summary>
/// <remarks>author.txt says which command made the weights and of what.</remarks>
internal sealed class AuthorStance
{
    /// <summary>A side less likely than this is not taken: two such tags in three would be wrong.</summary>
    private const double LeastConfidence = 0.3;

    /// <summary>The order of the scores, and of the weights in the file.</summary>
    private enum Score
    {
        Against,
        Neutral,
        Favor,
    }

    private static readonly Lazy<AuthorStance> Loaded =
        new(() => new AuthorStance(WordListFile.Open("Extractive/Stance/Author/author.txt").Lines()));

    private readonly double[] intercepts;
    private readonly double[] importance;
    private readonly (double Mean, double Deviation, double[] Weights)[] features;

    /// <param name="lines">A name and numbers: against, neutral, favor; features have their mean and deviation before them.</param>
    /// <exception cref="InvalidDataException">A feature is missing.</exception>
    public AuthorStance(IEnumerable<string> lines)
    {
        var numbers = lines.Select(l => l.Split(' ')).ToDictionary(
            w => w[0], w => w[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        double[] Of(string name) => numbers.GetValueOrDefault(name)
            ?? throw new InvalidDataException($"The weights lack {name}; run the training command again.");
        (intercepts, importance) = (Of("intercept"), Of("importance"));
        features = [.. AuthorFeatures.Names.Select(Of).Select(n => (n[0], n[1], n[2..]))];
    }

    public static AuthorStance Shared => Loaded.Value;

    /// <returns>The stance, and how likely it is the right one, 0 to 1.</returns>
    public (Stance Stance, double Confidence) Predict(ReadOnlySpan<double> values)
    {
        Span<double> scores = [intercepts[0], intercepts[1], intercepts[2]];
        for (var f = 0; f < features.Length; f++)
        {
            var (mean, deviation, weights) = features[f];
            for (var c = 0; c < scores.Length; c++)
                scores[c] += weights[c] * (values[f] - mean) / deviation;
        }

        // The tone of the article alone makes nobody's stance: the sentences about the target must lean that way. What
        // speaks for the other side is doubt; where it is all there is, the tone misleads and is left out.
        var side = values[(int)AuthorFeature.Side];
        Score? shut = side > 0 ? Score.Against : side < 0 ? Score.Favor : null;
        Span<double> open = [scores[0], scores[1], scores[2]];
        if (shut is { } misled)
            open[(int)misled] = double.NegativeInfinity;
        var chosen = Top(open);
        var counted = Top(scores) == shut ? open : scores;
        var most = Max(counted);
        double all = 0;
        for (var c = 0; c < counted.Length; c++)
            all += counted[c] = Math.Exp(counted[c] - most) / importance[c];
        if (counted[(int)chosen] < LeastConfidence * all)
            chosen = Score.Neutral;
        return (StanceOf(chosen), counted[(int)chosen] / all);
    }

    private static Stance StanceOf(Score score) => score switch
    {
        Score.Against => Stance.Against,
        Score.Favor => Stance.Favor,
        _ => Stance.Neutral,
    };

    /// <summary>Of equal ones the first.</summary>
    private static Score Top(ReadOnlySpan<double> scores) => (Score)scores.IndexOf(Max(scores));

    private static double Max(ReadOnlySpan<double> of) => Math.Max(of[0], Math.Max(of[1], of[2]));
}
