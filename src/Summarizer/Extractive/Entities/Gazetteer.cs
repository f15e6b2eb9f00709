using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>A name that needs no explanation.</summary>
/// <param name="Key">The same for every name of one thing: the country of "Britain", "UK" and "British".</param>
/// <param name="IsAdjective">Speaks of the thing without naming it alone: "British", "Libyans".</param>
internal readonly record struct KnownName(string Key, TargetType Type, bool IsAdjective);

/// <summary>Countries with their adjectives, cities, regions, well-known bodies and products.</summary>
internal static class Gazetteer
{
    /// <summary>Words in the longest name.</summary>
    public const int LongestName = 5;

    private static readonly Dictionary<string, KnownName>.AlternateLookup<ReadOnlySpan<char>> Names =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Looks up a name as written; names of three letters or fewer must match to the case.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, out KnownName known)
    {
        if (!Names.TryGetValue(name, out var asWritten, out known))
            return false;
        return (name.Length > 3 && !(name.Length == 4 && name[1] == '.')) || name.SequenceEqual(asWritten);
    }

    private static Dictionary<string, KnownName> Load()
    {
        var names = new Dictionary<string, KnownName>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, line) in WordList.Lines("countries"))
        {
            var halves = line.Split('|');
            var nouns = halves[0].Split(';');
            foreach (var noun in nouns)
                names.TryAdd(noun, new KnownName(nouns[0], TargetType.Place, false));
            foreach (var adjective in halves.Length > 1 ? halves[1].Split(';') : [])
                names.TryAdd(adjective, new KnownName(nouns[0], TargetType.Place, true));
        }

        foreach (var (section, line) in WordList.Lines("places"))
        {
            foreach (var place in section == "words" ? line.Split(' ') : [line])
                names.TryAdd(place, new KnownName(place, TargetType.Place, false));
        }

        foreach (var (section, line) in WordList.Lines("organisations"))
        {
            if (section != "names")
                continue;
            var nouns = line.Split(';');
            foreach (var noun in nouns)
                names.TryAdd(noun, new KnownName(nouns[0], TargetType.Organization, false));
        }

        foreach (var (_, line) in WordList.Lines("products"))
        {
            var nouns = line.Split(';');
            foreach (var noun in nouns)
                names.TryAdd(noun, new KnownName(nouns[0], TargetType.Topic, false));
        }

        return names;
    }
}
