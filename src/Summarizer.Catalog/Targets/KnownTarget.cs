namespace Summarizer.Catalog.Targets;

/// <summary>A well-known target with all its names, which are one without any article's saying so.</summary>
/// <remarks>
/// A single word that is a person's in an article is not looked up: Jordan, Chad and Georgia are people too.
/// </remarks>
internal sealed class KnownTarget
{
    private static readonly Dictionary<string, KnownTarget> ByKey = Index();
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private KnownTarget(WellKnownNames names)
    {
        Type = names.Type;
        foreach (var key in names.Names.Concat(names.Demonyms).Select(TargetName.Fold))
            places.TryAdd(key, places.Count);
    }

    public TargetType Type { get; }

    /// <summary>Folded, the one to show first at the head, adjectives at the end.</summary>
    public IEnumerable<string> Keys => places.Keys;

    public string First => Keys.First();

    public static KnownTarget? Find(TargetName name)
        => name.Type == TargetType.Person && name.Words == 1 ? null : Find(name.Key);

    public static KnownTarget? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>Where one of <see cref="Keys"/> stands among them.</summary>
    public int PlaceOf(string key) => places[key];

    private static Dictionary<string, KnownTarget> Index()
    {
        var all = WellKnownNames.All.Select(n => new KnownTarget(n)).ToArray();
        // What two of them share is neither's, unless it is the first name of one.
        return all.SelectMany(t => t.Keys.Select(k => (Key: k, Target: t)))
            .GroupBy(k => k.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Target: g.Count() == 1 ? g.First().Target : g.SingleOrDefault(k => k.Target.First == k.Key).Target))
            .Where(k => k.Target is not null)
            .ToDictionary(k => k.Key, k => k.Target, StringComparer.Ordinal);
    }
}
