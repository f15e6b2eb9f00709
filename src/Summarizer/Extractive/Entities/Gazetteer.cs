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
        foreach (var line in Open("countries").Lines())
        {
            var halves = line.Split('|');
            var nouns = halves[0].Split(';');
            foreach (var noun in nouns)
                names.TryAdd(noun, new KnownName(nouns[0], TargetType.Place, false));
            foreach (var adjective in halves.Length > 1 ? halves[1].Split(';') : [])
                names.TryAdd(adjective, new KnownName(nouns[0], TargetType.Place, true));
        }

        var places = Open("places");
        foreach (var place in places.Sections.SelectMany(s => s == "words" ? places.Words(s) : places.Lines(s)))
            names.TryAdd(place, new KnownName(place, TargetType.Place, false));
        Add(names, Open("organisations").Lines("names"), TargetType.Organization);
        Add(names, Open("products").Lines(), TargetType.Topic);
        return names;
    }

    /// <param name="names">All names so far.</param>
    /// <param name="lines">A name, and its other forms behind semicolons.</param>
    /// <param name="type">What they are.</param>
    private static void Add(Dictionary<string, KnownName> names, IEnumerable<string> lines, TargetType type)
    {
        foreach (var nouns in lines.Select(l => l.Split(';')))
        {
            foreach (var noun in nouns)
                names.TryAdd(noun, new KnownName(nouns[0], type, false));
        }
    }

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Entities/Lists/{list}.txt");
}
