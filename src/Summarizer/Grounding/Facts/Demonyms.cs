using System.Collections.Frozen;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Countries, bodies and months whose adjective, people or short form shares no stem with their name.</summary>
internal static class Demonyms
{
    private static readonly FrozenDictionary<string, string[]> ByName = WordListFile.Open("Grounding/Facts/Lists/demonyms.txt").Lines()
        .Select(line => line.Split(' '))
        .SelectMany(group => group, (group, name) => (name, group))
        .ToFrozenDictionary(entry => entry.name, entry => entry.group, StringComparer.Ordinal);

    /// <param name="plain">As <see cref="ArticleVocabulary.Plain"/> makes it.</param>
    public static IReadOnlyList<string> For(string plain) => ByName.TryGetValue(plain, out var names) ? names : [];
}
