using Summarizer.Catalog.Targets;

namespace Summarizer.Catalog;

/// <summary>Lists of targets, page by page, those of most articles first.</summary>
public static class TargetLists
{
    private const int MaxAliases = 50;

    /// <summary>Words beyond these are ignored; nobody types so many.</summary>
    private const int MaxWords = 16;

    /// <summary>One page of the targets requested.</summary>
    public static Task<TargetPage> TargetsAsync(
        this ArticleCatalog index, TargetQuery query, int limit, TargetCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskAsync(
            async core =>
            {
                var known = index.Cache.At(core.Database.Version);
                await core.Targets.Loaded.WaitAsync(cancellationToken).ConfigureAwait(false);
                return known.Get(
                    (nameof(TargetsAsync), query, limit, cursor), () => core.Targets.Use(targets => Page(targets, query, limit, cursor)));
            },
            cancellationToken);
    }

    internal static TargetPage Page(TargetIndex targets, TargetQuery query, int limit, TargetCursor cursor)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = TargetName.Fold(query.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).ToArray();
        var found = (words.Length == 0 ? targets.Groups : targets.Find(key => Has(key, words)))
            .Where(g => query.Type is null || g.Type == query.Type)
            .Select(g => new TargetPlace(g.Articles, g.Id, g))
            .ToArray();
        var after = new TargetPlace(cursor.Articles, cursor.Id ?? "", null);
        var shown = found.Where(p => cursor.Id is null || p.CompareTo(after) > 0).Order().Take(limit + 1).ToArray();
        var next = shown.Length > limit ? new TargetCursor(shown[limit - 1].Articles, shown[limit - 1].Id).ToString() : null;
        return new TargetPage([.. shown.Take(limit).Select(p => Item(p.Group!))], next, found.Length);
    }

    private static TargetItem Item(TargetGroup group)
    {
        var (mentions, stances, spellings) = (0, default(TargetStances), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var node in group.Members())
        {
            (mentions, stances) = (mentions + node.Mentions, stances.Plus(node.Stances, 1));
            foreach (var (articles, spelling) in node.Claims.Append(node).SelectMany(n => n.Spellings))
                spellings[spelling] = Math.Max(spellings.GetValueOrDefault(spelling), articles);
        }

        spellings.Remove(group.Name);
        return new TargetItem(
            group.Name, group.Type,
            [
                .. spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
                    .Take(MaxAliases).Select(s => s.Key),
            ],
            group.Articles, mentions, stances);
    }

    private static bool Has(string key, string[] words) => Array.TrueForAll(
        words, w => key.StartsWith(w, StringComparison.Ordinal) || key.Contains(" " + w, StringComparison.Ordinal));

    private readonly record struct TargetPlace(int Articles, string Id, TargetGroup? Group) : IComparable<TargetPlace>
    {
        public int CompareTo(TargetPlace other)
            => other.Articles.CompareTo(Articles) is var order and not 0 ? order : string.CompareOrdinal(Id, other.Id);
    }
}
