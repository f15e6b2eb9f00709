using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// From what its sentences say to the author's stance in the whole article: multinomial logistic regression over
/// <see cref="AuthorFeatures"/>. Its probabilities are those of the articles it was trained on, so that they mean what they say.
/// </summary>
/// <remarks>The files say which command made the weights and of what.</remarks>
internal sealed class AuthorStance
{
    private static readonly Lazy<AuthorStance> OfEnglish = new(() => Open("author"));

    private static readonly Lazy<AuthorStance> OfOthers = new(() => Open("author-others"));

    /// <summary>The most that a side gets which the target's own sentences do not bear out.</summary>
    private const double MostUnborne = 0.45;

    /// <summary>Sentences of a short article are fewer.</summary>
    private const int ShortArticle = 30;

    /// <summary>The least probability of a side in a sentence that takes it.</summary>
    private const double Plain = 0.5;

    /// <summary>From this probability on, a sentence speaks for the other side.</summary>
    private const double Doubtful = 0.4;

    /// <summary>Against, neutral, favor.</summary>
    private readonly double[] intercepts;

    private readonly (double Mean, double Deviation, double[] Weights)[] features;

    /// <param name="lines">A name and numbers: against, neutral, favor; features have their mean and deviation before them.</param>
    /// <exception cref="InvalidDataException">A feature is missing.</exception>
    public AuthorStance(IEnumerable<string> lines)
    {
        var numbers = lines.Select(l => l.Split(' ')).ToDictionary(
            w => w[0], w => w[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        double[] Of(string name) => numbers.GetValueOrDefault(name)
            ?? throw new InvalidDataException($"The weights lack {name}; run the training command again.");
        intercepts = Of("intercept");
        features = [.. AuthorFeatures.Names.Select(Of).Select(n => (n[0], n[1], n[2..]))];
    }

    /// <summary>The model for English, whose sentences have a trained model too, or the one for languages with word lists alone.</summary>
    public static AuthorStance For(LanguageProfile language)
        => (language.Has(LanguageTraits.HasTrainedStance) ? OfEnglish : OfOthers).Value;

    public AuthorVerdict Predict(ReadOnlySpan<double> values)
    {
        Span<double> scores = [intercepts[0], intercepts[1], intercepts[2]];
        for (var f = 0; f < features.Length; f++)
        {
            var (mean, deviation, weights) = features[f];
            for (var c = 0; c < scores.Length; c++)
                scores[c] += weights[c] * (values[f] - mean) / deviation;
        }

        var most = Math.Max(scores[0], Math.Max(scores[1], scores[2]));
        double all = 0;
        foreach (ref var score in scores)
            all += score = Math.Exp(score - most);
        return new AuthorVerdict(Borne(values, new TagProbabilities(scores[2] / all, scores[0] / all, scores[1] / all)));
    }

    /// <summary>
    /// The tone of an article makes nobody's stance: where the sentences about the target do not lean to a side, or in a short
    /// article not two of them take it and none the other, it stays doubtful. Without this, of the sided tags in articles that
    /// the weights had not seen 58 in 100 were right and 11 the opposite; with it 67 and 7.
    /// </summary>
    private static TagProbabilities Borne(ReadOnlySpan<double> values, TagProbabilities of)
    {
        var side = values[(int)AuthorFeature.Side];
        var isLong = values[(int)AuthorFeature.Length] >= Math.Log(1 + ShortArticle);
        var isPlainlyFor = values[(int)AuthorFeature.SecondFavor] >= Plain && values[(int)AuthorFeature.BestAgainst] < Doubtful;
        var isPlainlyAgainst = values[(int)AuthorFeature.SecondAgainst] >= Plain && values[(int)AuthorFeature.BestFavor] < Doubtful;
        var favor = side > 0 && (isLong || isPlainlyFor) ? of.Favor : Math.Min(of.Favor, MostUnborne);
        var against = side < 0 && (isLong || isPlainlyAgainst) ? of.Against : Math.Min(of.Against, MostUnborne);
        return new TagProbabilities(favor, against, 1 - favor - against);
    }

    private static AuthorStance Open(string file) => new(WordListFile.Open($"Extractive/Stance/Author/{file}.txt").Lines());
}
