using System.Text;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Finds in a claim what is a name and does not stand in the article.</summary>
/// <remarks>
/// A name is a capitalised word that does not merely open a sentence, an acronym, or a word with a capital inside.
/// German capitalises every noun, so there only acronyms and words that follow another capitalised word count.
/// In text that is all capitals or in title case a capital says nothing, and every word but the function words counts.
/// Scripts without capitals have names that this cannot see; their numbers and quotes are checked all the same.
/// </remarks>
internal static class NameScanner
{
    /// <summary>Share of capitalised words from which a line is in title case.</summary>
    private const double TitleCase = 0.7;

    /// <summary>Fewer words than this are too few to tell title case from names.</summary>
    private const int TitleCaseWords = 4;

    /// <summary>The first name of <paramref name="claim"/> that the article does not have; null when it has them all.</summary>
    public static string? FirstUnknown(string claim, SearchableArticle article)
    {
        var words = WordPart.AllIn(claim);
        var nounsAreCapitalised = LanguageProfile.For(article.Article.Language).Has(LanguageTraits.CapitalisesNouns);
        var titleCase = IsTitleCase(claim, words, nounsAreCapitalised);
        for (var i = 0; i < words.Count; i++)
        {
            if (IsName(claim, words, i, nounsAreCapitalised, titleCase) && !Stands(claim, words, i, article.Words))
                return words[i].In(claim).ToString();
        }

        return null;
    }

    private static bool IsName(string claim, List<WordPart> words, int i, bool nounsAreCapitalised, bool titleCase)
    {
        var word = words[i].In(claim);
        if (word.Length < 2 || !HasUpper(word) || OrdinaryWords.IsTitle(word))
            return false;
        if (titleCase)
            return !OrdinaryWords.IsFunction(word);
        if (HasUpper(word[1..]))
            return true;
        if (!char.IsUpper(word[0]))
            return false;
        if (nounsAreCapitalised)
            return !words[i].Opens && words[i].Joined && i > 0 && !words[i - 1].Opens && char.IsUpper(words[i - 1].In(claim)[0]);
        return words[i].Opens
            ? i + 1 < words.Count && words[i + 1].Joined && OrdinaryWords.IsBareSubject(word, words[i + 1].In(claim))
            : !OrdinaryWords.IsFunction(word);
    }

    private static bool Stands(string claim, List<WordPart> words, int i, ArticleVocabulary known)
        => known.Has(words[i].In(claim)) || IsWrittenOut(claim, words, i, known);

    /// <summary>"United Nations" stands in an article that says UN.</summary>
    private static bool IsWrittenOut(string claim, List<WordPart> words, int i, ArticleVocabulary known)
    {
        var (first, last) = (i, i);
        while (first > 0 && words[first].Joined && InRun(words[first - 1]))
            first--;
        while (last + 1 < words.Count && words[last + 1].Joined && InRun(words[last + 1]))
            last++;
        for (var from = first; from <= i; from++)
        {
            var initials = new StringBuilder();
            for (var at = from; at <= last; at++)
            {
                if (char.IsUpper(claim[words[at].Start]))
                    initials.Append(claim[words[at].Start]);
                if (at >= i && initials.Length > 1 && known.HasAcronym(initials.ToString()))
                    return true;
            }
        }

        return false;

        bool InRun(WordPart word) => i - first < 8 && last - i < 8
            && (char.IsUpper(claim[word.Start]) || OrdinaryWords.Links(word.In(claim)));
    }

    private static bool IsTitleCase(string claim, List<WordPart> words, bool nounsAreCapitalised)
    {
        var (cased, capitalised, shouted) = (0, 0, 0);
        foreach (var word in words)
        {
            var letters = word.In(claim);
            if (!char.IsUpper(letters[0]) && !char.IsLower(letters[0]))
                continue;
            cased++;
            capitalised += char.IsUpper(letters[0]) ? 1 : 0;
            shouted += !letters.ContainsAnyInRange('a', 'z') ? 1 : 0;
        }

        return cased >= TitleCaseWords && (nounsAreCapitalised ? shouted : capitalised) >= TitleCase * cased;
    }

    private static bool HasUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }
}
