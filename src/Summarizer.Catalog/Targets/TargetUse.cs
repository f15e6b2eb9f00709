using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Targets;

/// <summary>What one article says of one target.</summary>
/// <param name="Spelling">The name as the article writes it.</param>
/// <param name="Aliases">The article's other names for it, each once, other than <paramref name="Name"/>.</param>
/// <param name="Mentions">How often the article names it.</param>
internal sealed record TargetUse(
    TargetName Name, string Spelling, IReadOnlyDictionary<TargetName, string> Aliases, int Mentions, TargetStances Stances)
{
    /// <summary>The targets of an article, and for each of its tags the target it is about.</summary>
    public static (IReadOnlyList<TargetUse> Uses, int[] OfTags) From(IReadOnlyList<StanceEntry> tags)
    {
        var places = new Dictionary<TargetName, int>();
        var about = new int[tags.Count];
        for (var i = 0; i < about.Length; i++)
        {
            var name = TargetName.From(tags[i].Target, tags[i].Type);
            places.TryAdd(name, places.Count);
            about[i] = places[name];
        }

        return ([.. tags.Zip(about).GroupBy(t => t.Second, t => t.First).OrderBy(g => g.Key).Select(Whole)], about);
    }

    private static TargetUse Whole(IEnumerable<StanceEntry> tags)
    {
        var (first, stances, mentions) = (tags.First(), default(TargetStances), 0);
        var name = TargetName.From(first.Target, first.Type);
        var aliases = new Dictionary<TargetName, string>();
        foreach (var tag in tags)
        {
            mentions = Math.Max(mentions, tag.Mentions);
            if (tag.Holder == StanceTag.Author)
                stances = stances.Plus(One(tag.Stance), 1);
            foreach (var alias in tag.Aliases)
            {
                if (TargetName.From(alias, name.Type) is var other && other != name)
                    aliases.TryAdd(other, alias);
            }
        }

        return new TargetUse(name, first.Target, aliases, mentions, stances);
    }

    private static TargetStances One(Stance stance) => stance switch
    {
        Stance.Favor => new(1, 0, 0, 0),
        Stance.Against => new(0, 1, 0, 0),
        Stance.Neutral => new(0, 0, 1, 0),
        _ => new(0, 0, 0, 1),
    };
}
