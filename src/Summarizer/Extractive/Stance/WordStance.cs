using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>
/// Stance of a sentence by words of praise and blame near the target, for the languages that nothing was trained on.
/// It says neutral unless the words are plain.
/// </summary>
/// <param name="language">Without words of praise and blame everything is neutral.</param>
internal sealed class WordStance(LanguageProfile language) : ISentenceStance
{
    /// <summary>Words on either side of the target that speak of it.</summary>
    private const int Reach = 8;

    public StanceProbabilities Predict(ReadOnlySpan<char> sentence, TextSpan target)
    {
        var text = sentence.ToString();
        var tokens = WordTokenizer.Tokenize(text, CancellationToken.None);
        var at = tokens.FindIndex(t => t.Span.End > target.Start);
        double favor = 0, against = 0;
        for (var i = Math.Max(0, at - Reach); i < Math.Min(tokens.Count, at + Reach + 1); i++)
        {
            var word = tokens[i].Span.SliceOf(text);
            var side = language.Praise.Contains(word) ? 1 : language.Blame.Contains(word) ? -1 : 0;
            if (side == 0)
                continue;
            if (IsNegated(text, tokens, i))
                side = -side;
            favor += side > 0 ? 1 : 0;
            against += side < 0 ? 1 : 0;
        }

        var all = 2 + favor + against;
        return new StanceProbabilities((0.3 + against) / all, 1.4 / all, (0.3 + favor) / all);
    }

    private bool IsNegated(string text, List<Token> tokens, int word)
    {
        for (var i = Math.Max(0, word - 3); i < word; i++)
        {
            if (language.Negation.Contains(tokens[i].Span.SliceOf(text)))
                return true;
        }

        return false;
    }
}
