using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>A question about a target that the model answers. The names and their order are those of the weights in the file.</summary>
internal enum TargetQuestion
{
    /// <summary>Is it a name?</summary>
    Named,

    /// <summary>Do readers who summarise the article need it?</summary>
    Salient,
    Person,
    Organization,
    Place,

    /// <summary>A product, a work, an event, a law.</summary>
    Other,
}

/// <summary>
/// Whether a name is one, of what type, and how salient: logistic regressions over <see cref="TargetFeatures"/>, trained on
/// the entities that people marked in 131 documents, and on those that five readers' summaries of each needed (GUM).
/// </summary>
/// <remarks>targets.txt says which command made the weights and of what.</remarks>
internal sealed class TargetModel
{
    /// <summary>Where the weights lie in the assembly.</summary>
    public const string Path = "Extractive/Entities/targets.txt";

    /// <summary>Most of what the recogniser finds is a person, a body or a place: it takes more to be none of them.</summary>
    private const double LeastOther = 0.6;

    private static readonly Lazy<TargetModel> Loaded = new(() => new TargetModel(WordListFile.Open(Path).Lines()));

    private readonly double[][] weights;

    /// <param name="lines">A feature's name and a weight for each question; <c>Intercept</c> is one.</param>
    /// <exception cref="InvalidDataException">A feature is missing.</exception>
    public TargetModel(IEnumerable<string> lines)
    {
        var numbers = lines.Select(l => l.Split(' ')).ToDictionary(
            l => l[0], l => l[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        weights = [.. TargetFeatures.Names.Append("Intercept").Select(n => numbers.GetValueOrDefault(n)
            ?? throw new InvalidDataException($"The weights lack {n}; run the training command again."))];
    }

    public static TargetModel Shared => Loaded.Value;

    /// <summary>How probable it is, 0 to 1.</summary>
    public double Predict(ReadOnlySpan<double> features, TargetQuestion question)
    {
        var score = weights[^1][(int)question];
        for (var f = 0; f < features.Length; f++)
            score += weights[f][(int)question] * features[f];
        return 1 / (1 + Math.Exp(-score));
    }

    /// <summary>The most probable type.</summary>
    public TargetType TypeOf(ReadOnlySpan<double> features)
    {
        var other = Predict(features, TargetQuestion.Other);
        if (other >= LeastOther)
            return TargetType.Topic;
        var (type, most) = (TargetType.Person, 0.0);
        foreach (var (question, answer) in Types)
        {
            if (Predict(features, question) is var probability && probability > most)
                (type, most) = (answer, probability);
        }

        return type;
    }

    private static readonly (TargetQuestion Question, TargetType Type)[] Types =
    [
        (TargetQuestion.Person, TargetType.Person), (TargetQuestion.Organization, TargetType.Organization),
        (TargetQuestion.Place, TargetType.Place),
    ];
}
