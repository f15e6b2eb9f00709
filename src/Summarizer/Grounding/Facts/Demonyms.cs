using System.Collections.Frozen;

namespace Summarizer.Grounding.Facts;

/// <summary>Countries and bodies whose adjective, people or short form shares no stem with their name.</summary>
internal static class Demonyms
{
    private static readonly string[][] Groups =
    [
        ["us", "usa", "america", "american", "americans"],
        ["uk", "britain", "british", "briton", "britons"],
        ["eu", "european"],
        ["uae", "emirates", "emirati", "emiratis"],
        ["france", "french", "frankreich", "franzosische", "francia", "francais"],
        ["germany", "german", "deutschland", "deutsche", "deutschen", "deutscher"],
        ["spain", "spanish", "spaniards", "espana", "espanol"],
        ["netherlands", "dutch"],
        ["ireland", "irish"],
        ["wales", "welsh"],
        ["greece", "greek", "greeks"],
        ["denmark", "danish", "danes"],
        ["switzerland", "swiss", "schweiz", "schweizer"],
        ["finland", "finnish", "finns"],
        ["scotland", "scottish", "scots"],
        ["norway", "norwegian", "norwegians"],
        ["philippines", "filipino", "filipinos", "philippine"],
        ["cyprus", "cypriot", "cypriots"],
        ["thailand", "thai", "thais"],
        ["iceland", "icelandic"],
        ["england", "english"],
        ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["june", "jun"], ["july", "jul"],
        ["august", "aug"], ["september", "sep", "sept"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ];

    private static readonly FrozenDictionary<string, string[]> ByName = Groups
        .SelectMany(group => group, (group, name) => (name, group))
        .ToFrozenDictionary(entry => entry.name, entry => entry.group, StringComparer.Ordinal);

    /// <param name="plain">As <see cref="ArticleVocabulary.Plain"/> makes it.</param>
    public static IReadOnlyList<string> Of(string plain) => ByName.TryGetValue(plain, out var names) ? names : [];
}
