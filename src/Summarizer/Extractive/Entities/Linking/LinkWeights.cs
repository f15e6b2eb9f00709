using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>
/// Chooses what an anaphor stands for: a softmax over its candidates and none of them, with weights for each class of
/// anaphors.
/// </summary>
/// <remarks>
/// Trained by <c>Summarizer.Training links</c> on GUM (annotations CC BY 4.0). A line of the file is a class, a feature and the
/// weight of each of its values; those that are left out weigh nothing.
/// </remarks>
internal sealed class LinkWeights : ILinkChooser
{
    /// <summary>Where the weights lie in the assembly.</summary>
    public const string Path = "Extractive/Entities/Linking/links.txt";

    private static readonly Lazy<LinkWeights> Trained = new(() => new LinkWeights(WordListFile.Open(Path).Lines()));

    private readonly float[][] weights;

    public LinkWeights(float[][] weights) => this.weights = weights;

    /// <exception cref="InvalidDataException">The lines are not those of today's features.</exception>
    public LinkWeights(IEnumerable<string> lines)
    {
        weights = [.. Enum.GetValues<AnaphorClass>().Select(_ => new float[LinkFeatures.Size])];
        foreach (var parts in lines.Select(l => l.Split(' ')))
        {
            var (first, count) = LinkFeatures.RangeOf(Enum.Parse<LinkFeature>(parts[1]));
            if (parts.Length != count + 2)
                throw new InvalidDataException($"links.txt has {parts.Length - 2} weights of {parts[1]}; run its training command again.");
            for (var v = 0; v < count; v++)
                weights[(int)Enum.Parse<AnaphorClass>(parts[0])][first + v] = float.Parse(parts[v + 2], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The weights of the assembly, read at the first use.</summary>
    public static LinkWeights English => Trained.Value;

    public LinkChoice Choose(in Anaphor anaphor, LinkOptions options)
    {
        var its = weights[(int)anaphor.Class];
        Span<double> scores = stackalloc double[LinkOptions.Most + 1];
        scores = scores[..(options.Count + 1)];
        scores[options.Count] = Score(its, options.None);
        for (var o = 0; o < options.Count; o++)
            scores[o] = Score(its, options.FeaturesOf(o));
        var most = scores[options.Count];
        var best = -1;
        for (var o = 0; o < options.Count; o++)
        {
            if (best < 0 || scores[o] > scores[best])
                best = o;
            most = Math.Max(most, scores[o]);
        }

        var sum = 0.0;
        foreach (var score in scores)
            sum += Math.Exp(score - most);
        return best < 0 ? LinkChoice.None : new LinkChoice(options.TargetOf(best), Math.Exp(scores[best] - most) / sum);
    }

    private static double Score(float[] weights, LinkFeatures features)
    {
        var score = 0f;
        foreach (var number in features.Numbers)
            score += weights[number];
        return score;
    }
}
