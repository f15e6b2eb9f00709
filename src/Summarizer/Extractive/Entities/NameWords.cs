using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>What single words say about the name they stand in.</summary>
internal static class NameWords
{
    private static readonly WordSet GivenNames = Open("givennames").Set("", StringComparer.Ordinal);

    private static readonly WordListFile TitleFile = Open("titles");

    private static readonly WordSet Titles = TitleFile.Set("person", StringComparer.Ordinal);

    private static readonly WordSet TitlesOfNames = TitleFile.Set("of a name", StringComparer.Ordinal);

    private static readonly WordSet Generations = TitleFile.Set("behind", StringComparer.Ordinal);

    private static readonly string[] TitleEndings = [.. TitleFile.Words("endings")];

    private static readonly WordSet NoNames = Open("nonames").SetOfAll();

    private static readonly WordSet Calendar = Open("nonames").Set("calendar");

    private static readonly WordSet Common = Open("commonwords").Set();

    private static readonly WordSet Surnames = Open("surnames").Set("", StringComparer.Ordinal);

    private static readonly WordListFile BodyFile = Open("organisations");

    private static readonly WordSet Bodies = BodyFile.Set("words", StringComparer.Ordinal);

    private static readonly string[] BodyEndings = [.. BodyFile.Words("endings")];

    private static readonly WordListFile JointFile = Open("joints");

    private static readonly WordSet Joints = JointFile.Set("names", StringComparer.Ordinal);

    private static readonly WordSet BodyJoints = JointFile.Set("bodies", StringComparer.Ordinal);

    private static readonly WordSet EnglishJoints = JointFile.Set("english", StringComparer.Ordinal);

    private static readonly WordSet NoPersonsJoints = JointFile.Set("no persons", StringComparer.Ordinal);

    private static readonly WordSet Abbreviated = JointFile.Set("abbreviated", StringComparer.Ordinal);

    /// <summary>Of Jean-Jacques, the first half decides.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word)
    {
        if (GivenNames.Contains(word))
            return true;
        var hyphen = word.IndexOf('-');
        return hyphen > 1 && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]) && GivenNames.Contains(word[..hyphen]);
    }

    /// <summary>President, Mr, Bundeskanzlerin: a person follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word)
        => Titles.Contains(word) || (word.Length > 8 && EndsIn(word, TitleEndings));

    /// <summary>Titles that are part of the name before a given name alone: Pope Francis, Prince Harry.</summary>
    public static bool IsTitleOfName(ReadOnlySpan<char> word) => TitlesOfNames.Contains(word);

    /// <summary>Party, Ministry, Inc: the name is that of a body.</summary>
    public static bool IsBody(ReadOnlySpan<char> word)
        => Bodies.Contains(word) || (word.Length > 7 && EndsIn(word, BodyEndings));

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
    public static bool IsJoint(ReadOnlySpan<char> word) => Joints.Contains(word);

    /// <summary>Joints that only hold a body's name together: the Bank of England, but not Smith of London.</summary>
    public static bool JoinsBodiesOnly(ReadOnlySpan<char> word) => BodyJoints.Contains(word);

    /// <summary>Those of them that are English.</summary>
    public static bool IsEnglishJoint(ReadOnlySpan<char> word) => EnglishJoints.Contains(word);

    /// <summary>Joints of Romance languages that stand in names of places and bodies, and in a person's seldom.</summary>
    public static bool IsNoPersonsJoint(ReadOnlySpan<char> word) => NoPersonsJoints.Contains(word);

    /// <summary>"St", "Mt": a full stop behind them ends no name.</summary>
    public static bool IsAbbreviated(ReadOnlySpan<char> word) => Abbreviated.Contains(word);

    /// <summary>"Jr", "III" behind a surname.</summary>
    public static bool IsGeneration(ReadOnlySpan<char> word) => Generations.Contains(word);

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
