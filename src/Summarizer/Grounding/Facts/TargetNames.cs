using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Under which names the article speaks of a target, and how often.</summary>
internal static class TargetNames
{
    /// <summary>UTF-16 code units; longer is a sentence, not a name.</summary>
    private const int LongestName = 200;

    /// <summary>Null when the article does not speak of it.</summary>
    public static StanceTarget? Find(SearchableArticle article, DraftStance claim)
    {
        var name = ClaimText.Clean(claim.Target);
        if (name.Length is 0 or > LongestName)
            return null;
        var aliases = claim.Aliases.Where(a => !string.IsNullOrWhiteSpace(a) && a.Length <= LongestName).ToArray();
        if (claim.Mentions is { } mentions)
            return Stands(article, name) || Array.Exists(aliases, a => Stands(article, a)) || Speaks(article, name)
                ? new StanceTarget(name, claim.Type, mentions, aliases)
                : null;

        aliases = [.. aliases.Concat(ShortForms(name, claim.Type))
            .Where(a => a != name && Mentions.Count(article, a, []) > 0)
            .Distinct(StringComparer.Ordinal)];
        if (!Speaks(article, name) && !claim.Aliases.Any(aliases.Contains) && !HasEveryWord(article, name))
            return null;
        return new StanceTarget(name, claim.Type, Mentions.Count(article, name, aliases), aliases);
    }

    /// <summary>Whether the article names this person or body at all.</summary>
    public static bool Names(SearchableArticle article, string name)
        => name.Length is > 0 and <= LongestName
            && (Stands(article, name) || Speaks(article, name) || HasEveryWord(article, name));

    private static bool Stands(SearchableArticle article, string name) => article.Text.Contains(name, StringComparison.Ordinal);

    private static bool Speaks(SearchableArticle article, string name) => InTitle(article, name) || Mentions.Count(article, name, []) > 0;

    private static bool InTitle(SearchableArticle article, string name)
        => article.Article.Title?.Contains(name, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>"UK government" is spoken of as "the government of the UK": every word stands in the article, as a word.</summary>
    private static bool HasEveryWord(SearchableArticle article, string name)
    {
        var words = WordPart.AllIn(name);
        return words.Count > 1
            && words.TrueForAll(w => OrdinaryWords.Links(w.In(name)) || article.Words.Has(w.In(name)));
    }

    /// <summary>A person goes on by the last name; a body by the initials of its capitalised words.</summary>
    private static IEnumerable<string> ShortForms(string name, TargetType type)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            yield break;
        if (type == TargetType.Person && words[^1].Length > 2 && char.IsUpper(words[^1][0]))
            yield return words[^1];
        var initials = string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
        if (type == TargetType.Organization && initials.Length > 1)
            yield return initials;
    }
}
