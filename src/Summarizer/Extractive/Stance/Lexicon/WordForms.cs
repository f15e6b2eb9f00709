namespace Summarizer.Extractive.Stances.Lexicon;

/// <summary>English inflections by rule. A form that nobody writes does no harm in a lookup table, so the rules are generous.</summary>
internal static class WordForms
{
    /// <param name="word">A base form in lower case.</param>
    /// <param name="irregular">Past and participle of irregular verbs, by base form.</param>
    public static IEnumerable<string> OfVerb(string word, IReadOnlyDictionary<string, string[]> irregular)
    {
        foreach (var spelling in Spellings(word))
        {
            yield return spelling;
            yield return Plural(spelling);
            var stem = spelling.EndsWith('e') && !spelling.EndsWith("ee", StringComparison.Ordinal) ? spelling[..^1] : spelling;
            yield return spelling.EndsWith("ie", StringComparison.Ordinal) ? spelling[..^2] + "ying" : stem + "ing";
            if (Doubles(spelling))
                yield return spelling + spelling[^1] + "ing";
            if (irregular.TryGetValue(spelling, out var forms))
            {
                foreach (var form in forms)
                    yield return form;
            }
            else
            {
                yield return EndsInConsonantY(spelling) ? spelling[..^1] + "ied" : stem + "ed";
                if (Doubles(spelling))
                    yield return spelling + spelling[^1] + "ed";
            }
        }
    }

    /// <summary>A noun or adjective with its plural and its adverb.</summary>
    public static IEnumerable<string> OfName(string word)
    {
        foreach (var spelling in Spellings(word))
        {
            yield return spelling;
            if (spelling.Length < 4)
                continue;
            yield return Plural(spelling);
            yield return EndsInConsonantY(spelling) ? spelling[..^1] + "ily"
                : spelling.EndsWith("ic", StringComparison.Ordinal) ? spelling + "ally"
                : spelling.EndsWith("le", StringComparison.Ordinal) ? spelling[..^1] + "y"
                : spelling + "ly";
        }
    }

    /// <summary>British and American: criticise and criticize.</summary>
    private static IEnumerable<string> Spellings(string word)
    {
        yield return word;
        if (word.Length > 5 && word.EndsWith("ise", StringComparison.Ordinal))
            yield return word[..^3] + "ize";
        if (word.Length > 5 && word.EndsWith("ised", StringComparison.Ordinal))
            yield return word[..^4] + "ized";
    }

    private static string Plural(string word)
        => EndsInConsonantY(word) ? word[..^1] + "ies"
            : word[^1] is 's' or 'x' or 'z' or 'o' || word.EndsWith("ch", StringComparison.Ordinal)
                || word.EndsWith("sh", StringComparison.Ordinal)
                ? word + "es"
                : word + "s";

    private static bool EndsInConsonantY(string word) => word.Length > 2 && word[^1] == 'y' && !IsVowel(word[^2]);

    private static bool Doubles(string word)
        => word.Length > 2 && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'y') && IsVowel(word[^2]) && !IsVowel(word[^3]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
