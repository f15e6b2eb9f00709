using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>What single words say about the name they stand in.</summary>
internal static class NameWords
{
    /// <summary>Sections of lists that count in texts that are not English.</summary>
    private const string Others = "other languages", EndingsOfOthers = "endings of other languages";

    private const string English = "en";

    private static readonly WordListFile GivenNameFile = Open("givennames");

    private static readonly WordSet GivenNames = GivenNameFile.Set("names", StringComparer.Ordinal);

    private static readonly WordSet OtherGivenNames = GivenNameFile.Set(Others, StringComparer.Ordinal);

    private static readonly WordListFile TitleFile = Open("titles");

    private static readonly WordSet Titles = TitleFile.Set("person", StringComparer.Ordinal);

    private static readonly WordSet TitlesOfNames = TitleFile.Set("of a name", StringComparer.Ordinal);

    private static readonly WordSet Generations = TitleFile.Set("behind", StringComparer.Ordinal);

    private static readonly string[] TitleEndings = [.. TitleFile.Words("endings")];

    private static readonly WordSet Common = Open("commonwords").Set();

    private static readonly WordListFile BodyFile = Open("organisations");

    private static readonly WordSet Bodies = BodyFile.Set("words", StringComparer.Ordinal);

    private static readonly string[] BodyEndings = [.. BodyFile.Words("endings")];

    private static readonly WordSet OtherTitles = TitleFile.Set(Others, StringComparer.Ordinal);

    private static readonly string[] OtherTitleEndings = [.. TitleFile.Words(EndingsOfOthers)];

    private static readonly WordSet OtherBodies = BodyFile.Set(Others, StringComparer.Ordinal);

    private static readonly string[] OtherBodyEndings = [.. BodyFile.Words(EndingsOfOthers)];

    private static readonly WordSet OtherPlaceWords = Open("kinds").Set(Others, StringComparer.Ordinal);

    /// <summary>Of Jean-Jacques, the first half decides.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word)
    {
        if (GivenNames.Contains(word))
            return true;
        var hyphen = word.IndexOf('-');
        return hyphen > 1 && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]) && GivenNames.Contains(word[..hyphen]);
    }

    /// <summary>The same in a text of a language: "Thilo", "Ngozi", "Marie-Odile".</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word, LanguageProfile language)
    {
        if (IsGivenName(word))
            return true;
        if (language.Code == English)
            return false;
        var hyphen = word.IndexOf('-');
        return OtherGivenNames.Contains(hyphen > 1 ? word[..hyphen] : word);
    }

    /// <summary>President, Mr, Bundeskanzlerin: a person follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word)
        => Titles.Contains(word) || (word.Length > 8 && EndsIn(word, TitleEndings));

    /// <summary>Titles that are part of the name: Pope Francis, Prince Harry.</summary>
    public static bool IsTitleOfName(ReadOnlySpan<char> word) => TitlesOfNames.Contains(word);

    /// <summary>Party, Ministry, Inc: the name is that of a body.</summary>
    public static bool IsBody(ReadOnlySpan<char> word)
        => Bodies.Contains(word) || (word.Length > 7 && EndsIn(word, BodyEndings));

    /// <summary>The same in a text of a language: "Landrätin", "diretora".</summary>
    public static bool IsTitle(ReadOnlySpan<char> word, LanguageProfile language)
        => IsTitle(word) || (language.Code != English && !IsGivenName(word, language)
            && (OtherTitles.Contains(word) || (word.Length > 8 && EndsIn(word, OtherTitleEndings))));

    /// <summary>Klinikum, Kreisverband, Consorzio: a body's name in a text that is not English.</summary>
    public static bool IsBodyElsewhere(ReadOnlySpan<char> word)
        => OtherBodies.Contains(word) || (word.Length > 7 && EndsIn(word, OtherBodyEndings));

    /// <summary>Rue, Kreis, Praça: a place's name in a text that is not English.</summary>
    public static bool IsPlaceElsewhere(ReadOnlySpan<char> word) => OtherPlaceWords.Contains(word);

    /// <summary>English words that news writes small: with a capital they may be part of a name, but seldom are one.</summary>
    public static bool IsCommon(ReadOnlySpan<char> word) => Common.Contains(word);

    /// <summary>"Jr", "III" behind a surname.</summary>
    public static bool IsGeneration(ReadOnlySpan<char> word) => Generations.Contains(word);

    /// <summary>DMSC, U.N., MPs.</summary>
    public static bool IsAcronym(string word)
        => word.Length is >= 2 and <= 8 && word.Count(char.IsUpper) * 2 > word.Length && word.All(c => char.IsLetter(c) || c is '.' or '-');

    private static bool EndsIn(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Entities/Lists/{list}.txt");
}
