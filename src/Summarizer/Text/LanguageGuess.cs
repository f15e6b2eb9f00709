namespace Summarizer.Text;

/// <summary>
/// The language among those with a profile whose function words stand most often in a text. <see cref="LanguageDetector"/>
/// knows many more languages, and says nothing of a text with few words; here a short one has a language, too.
/// </summary>
internal static class LanguageGuess
{
    /// <summary>Every second or third word of running text is a function word; with fewer than this share it is another language.</summary>
    private const double LeastShare = 0.12;

    private const int MostTokens = 400;

    public static LanguageProfile Guess(string text, IReadOnlyList<Token> tokens)
    {
        var looked = Math.Min(tokens.Count, MostTokens);
        var (best, most) = (LanguageProfile.Unknown, LeastShare * looked);
        foreach (var language in LanguageProfile.All)
        {
            var hits = 0;
            for (var i = 0; i < looked; i++)
                hits += language.FunctionWords.Contains(tokens[i].Span.SliceOf(text)) ? 1 : 0;
            if (hits > most)
                (best, most) = (language, hits);
        }

        return best;
    }
}
