using System.Collections.Frozen;

namespace Summarizer.Grounding.Facts;

/// <summary>Words that are capitalised without being names.</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Linking = Lookup(
        "of the and for de la le du des del di da von van der und et y & al el");

    /// <summary>Titles before names, and what goes on capitalised in running English and German.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Titles = Lookup(
        "mr mrs ms miss dr sir lord lady dame president vice prime minister ministers senator sen rep congressman "
        + "congresswoman governor gov mayor professor prof king queen prince princess pope general gen colonel captain "
        + "chancellor secretary chairman chairwoman director judge justice ambassador state federal government "
        + "herr frau präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin könig königin "
        + "god internet tv spring summer autumn winter frühling sommer herbst monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag "
        + "freitag samstag sonntag euro euros dollar dollars prozent percent kilometer meter tonnen uhr january february march "
        + "april may june july august september october november december januar februar märz mai juni juli oktober dezember");

    /// <summary>Function words and verbs of headlines, which title case capitalises.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Function = Lookup(
        "a an the this that these those his her its their our your my in on at to from by with without within into onto over "
        + "under after before between among against amid about across around as of off up down out for and or but nor so yet if "
        + "when while where why how what who which whose than then not no never is are was were be been being am do does did has "
        + "have had will would can could may might must shall should it he she they we you i him them us me there here all any "
        + "both each few more most other some such only own same too very just now new old first last still also again even "
        + "because since until though although despite however says say said tells told calls called wants want seeks seek urges "
        + "warns claims argues makes make takes take gets get gives give goes go puts put sets set sees see shows show keeps "
        + "keep faces face could's let's it's he's she's don't doesn't isn't aren't can't won't");

    /// <summary>English verbs that follow a name at once, and common nouns rarely without an article.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Following = Lookup(
        "says said states stated is was has had does did will would argues argued claims claimed told tells believes believed wants wanted warns "
        + "warned insists insisted denies denied calls called announced announces");

    /// <summary>Openers of English sentences that stand before a verb and are no names.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Lookup(
        "it he she they we you i who what which this that these those there here everyone everybody nobody someone something "
        + "nothing everything one another each all most many some few none neither either both much little more less how why when "
        + "where also now then today yesterday tomorrow meanwhile however instead");

    private static readonly string[] CommonEndings =
        ["tion", "sion", "ment", "ness", "ity", "ism", "ing", "ly", "ance", "ence", "ship", "ists", "ers", "ors", "ics", "age", "ure", "hood", "dom"];

    /// <summary>Words that may stand inside a name.</summary>
    public static bool Links(ReadOnlySpan<char> word) => Linking.Contains(word);

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    public static bool IsFunction(ReadOnlySpan<char> word) => Function.Contains(word);

    /// <summary>Whether an unknown opener is the bare subject of a verb, as names are and common nouns seldom.</summary>
    public static bool IsBareSubject(ReadOnlySpan<char> opener, ReadOnlySpan<char> next)
    {
        if (!Following.Contains(next) || Openers.Contains(opener) || Function.Contains(opener))
            return false;
        foreach (var ending in CommonEndings)
        {
            if (opener.EndsWith(ending, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words)
        => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
