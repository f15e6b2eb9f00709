using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>What single words say about the name they stand in.</summary>
internal static class NameWords
{
    private static readonly WordSet GivenNames = Open("givennames").Set("", StringComparer.Ordinal);

    private static readonly WordSet Titles = Open("titles").Set("person", StringComparer.Ordinal);

    private static readonly WordSet NoNames = Open("nonames").SetOfAll();

    private static readonly WordSet Calendar = Open("nonames").Set("calendar");

    private static readonly WordSet Common = Open("commonwords").Set();

    private static readonly WordSet Surnames = Open("surnames").Set("", StringComparer.Ordinal);

    private static readonly WordSet Bodies = Open("organisations").Set("words", StringComparer.Ordinal);

    /// <summary>Of Jean-Jacques, the first half decides.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word)
        => GivenNames.Contains(word) || (word.IndexOf('-') is var hyphen and > 1 && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1])
            && GivenNames.Contains(word[..hyphen]));

    /// <summary>President, Mr, Bundeskanzlerin: a person follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word)
        => Titles.Contains(word) || (word.Length > 8 && (word.EndsWith("minister") || word.EndsWith("ministerin")
            || word.EndsWith("präsident") || word.EndsWith("präsidentin") || word.EndsWith("sprecher") || word.EndsWith("sprecherin")
            || word.EndsWith("politiker") || word.EndsWith("politikerin")));

    /// <summary>Titles that are part of the name before a given name alone: Pope Francis, Prince Harry.</summary>
    public static bool IsTitleOfName(ReadOnlySpan<char> word)
        => word is "Pope" or "Prince" or "Princess" or "King" or "Queen" or "Lord" or "Lady" or "Sheikh" or "Emperor" or "Papst"
            or "Prinz" or "Prinzessin" or "König" or "Königin" or "Papa" or "Pape";

    /// <summary>Party, Ministry, Inc: the name is that of a body.</summary>
    public static bool IsBody(ReadOnlySpan<char> word)
        => Bodies.Contains(word) || (word.Length > 7 && (word.EndsWith("ministerium") || word.EndsWith("-Partei") || word.EndsWith("-Fraktion") || word.EndsWith("-Gruppe")));

    /// <summary>Weekdays, months, forms of address and other capitals that name nobody.</summary>
    public static bool IsNoName(ReadOnlySpan<char> word) => NoNames.Contains(word);

    public static bool IsBodyWord(string word) => IsBody(word);

    public static bool IsCommonWord(string word) => IsCommon(word);

    /// <summary>Weekdays and months: no part of a name.</summary>
    public static bool IsCalendar(ReadOnlySpan<char> word) => Calendar.Contains(word);

    /// <summary>English words that news writes small: with a capital they may be part of a name, but seldom are one.</summary>
    public static bool IsCommon(ReadOnlySpan<char> word) => Common.Contains(word);

    /// <summary>Surnames that the whole world's news uses alone.</summary>
    public static bool IsKnownSurname(ReadOnlySpan<char> word) => Surnames.Contains(word);

    /// <summary>Small words that stand inside names.</summary>
    public static bool IsJoint(ReadOnlySpan<char> word)
        => word is "of" or "de" or "del" or "della" or "dell" or "di" or "da" or "do" or "dos" or "das" or "du" or "des" or "van" or "von"
            or "der" or "den" or "zu" or "bin" or "ibn" or "al" or "el" or "ben" or "ter" or "le" or "la" or "for" or "für" or "the";

    /// <summary>Joints that only hold a body's name together: the Bank of England, but not Smith of London.</summary>
    public static bool JoinsBodiesOnly(ReadOnlySpan<char> word)
        => word is "of" or "for" or "für" or "the" or "der" or "des" or "du" or "del" or "dell" or "della" or "do" or "da";

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Entities/Lists/{list}.txt");
}
