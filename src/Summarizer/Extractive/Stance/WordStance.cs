using Summarizer.Extractive.Stances.Words;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>
/// Stance of a sentence by the words that take sides near the target, for the languages that nothing was trained on: sums
/// weighted by distance, with negation, intensity, contrast, and who does it to whom.
/// </summary>
/// <param name="language">Without words that take sides, nothing is ever found.</param>
internal sealed class WordStance(LanguageProfile language) : ISentenceStance
{
    /// <summary>
    /// Log odds of a side against neutral: where nothing is found, for all that speaks for it, and for all that speaks against
    /// it. They lie between what plain sentences and what columnists' sentences, each with its side, are fitted by best.
    /// </summary>
    private const double Nothing = -0.95, For = 2.7, Against = -1.0;

    private readonly StanceWords? words = StanceWords.For(language.Code);

    private readonly bool isGerman = language.Has(LanguageTraits.CapitalisesNouns);

    public StanceProbabilities Predict(ReadOnlySpan<char> sentence, TextSpan target)
    {
        var found = words is null
            ? default
            : new StanceSum(new MarkedSentence(words, language, sentence.ToString(), target), isGerman).Compute();
        double favors = Saturate(found.Favor), opposes = Saturate(found.Against);
        var favor = Math.Exp(Nothing + (For * favors) + (Against * opposes));
        var against = Math.Exp(Nothing + (For * opposes) + (Against * favors));
        var all = 1 + favor + against;
        return new StanceProbabilities(against / all, 1 / all, favor / all);
    }

    /// <summary>From 0 to 1: each further word adds less.</summary>
    private static double Saturate(double sum) => 1 - Math.Exp(-sum);
}
