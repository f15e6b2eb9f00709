using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>
/// What share of a sentence's words a summary by people would have: a ridge regression over <see cref="SentenceFeatures"/>.
/// </summary>
/// <remarks>summary.txt says which command made the weights and of what.</remarks>
internal sealed class PrecisionModel
{
    /// <summary>Where the weights lie in the assembly.</summary>
    public const string Path = "Extractive/Summary/summary.txt";

    /// <summary>No sentence is quite without what a summary has: function words are in all.</summary>
    private const double Least = 0.02;

    private static readonly Lazy<PrecisionModel> Loaded = new(() => new PrecisionModel(WordListFile.Open(Path).Lines()));

    private readonly double[] weights;

    /// <param name="lines">A feature's name and its weight; <c>Intercept</c> is one.</param>
    /// <exception cref="InvalidDataException">A feature is missing.</exception>
    public PrecisionModel(IEnumerable<string> lines)
    {
        var numbers = lines.Select(l => l.Split(' ')).ToDictionary(
            l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        weights = [.. SentenceFeatures.Names.Append("Intercept").Select(n => numbers.TryGetValue(n, out var weight)
            ? weight : throw new InvalidDataException($"The weights lack {n}; run the training command again."))];
    }

    public static PrecisionModel Shared => Loaded.Value;

    public double Predict(ReadOnlySpan<double> features)
    {
        var precision = weights[^1];
        for (var f = 0; f < features.Length; f++)
            precision += weights[f] * features[f];
        return Math.Clamp(precision, Least, 1);
    }
}
