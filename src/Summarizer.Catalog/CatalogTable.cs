using System.Runtime.InteropServices;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Articles in the order of lists, with a list of their own for each target, publisher and status.</summary>
/// <remarks>
/// A change costs O(log n) for each list it stands in. A query walks the shortest list that holds all its answers,
/// from its cursor on, and stops when it has enough: with a target or a publisher it costs what it returns. Words and
/// dates are looked at on the way. Not safe for threads; <see cref="ArticleCatalog"/> holds the lock.
/// </remarks>
internal sealed class CatalogTable
{
    private readonly Dictionary<string, CatalogArticle> byName = new(StringComparer.Ordinal);
    private readonly SortedSet<CatalogArticle> order = Empty();
    private readonly Dictionary<(Facet, string), SortedSet<CatalogArticle>> lists = [];

    private enum Facet
    {
        Status,
        Publisher,
        Target,
    }

    public int Count => byName.Count;

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    public CatalogArticle? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Puts an article in the place of what stood under its name.</summary>
    public void Put(CatalogArticle article)
    {
        Remove(article.Item.Name);
        byName.Add(article.Item.Name, article);
        order.Add(article);
        foreach (var key in KeysOf(article))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
            (list ??= Empty()).Add(article);
        }

        Version++;
    }

    public bool Remove(string name)
    {
        if (!byName.Remove(name, out var article))
            return false;
        order.Remove(article);
        foreach (var key in KeysOf(article))
        {
            if (!lists.TryGetValue(key, out var list))
                continue;
            list.Remove(article);
            if (list.Count == 0)
                lists.Remove(key);
        }

        Version++;
        return true;
    }

    /// <summary>The articles requested, in order.</summary>
    /// <param name="query">What is requested.</param>
    /// <param name="after">Where the page before ended; null for the beginning.</param>
    /// <param name="inclusive">Whether the article at <paramref name="after"/> belongs to this page too.</param>
    public IEnumerable<CatalogArticle> Query(FoldedQuery query, CatalogKey? after, bool inclusive = false)
    {
        IEnumerable<CatalogArticle> walk = ShortestList(query) is var list && after is { } key && list.Count > 0
            ? list.Max!.Key.CompareTo(key) < 0 ? [] : list.GetViewBetween(IndexedArticleAt(key), list.Max)
            : list;
        return walk.Where(a => (after is null || inclusive || a.Key != after) && a.Has(query));
    }

    /// <summary>The targets with the most articles, most first.</summary>
    public IEnumerable<(string Folded, int Articles)> CommonTargets() => Common(Facet.Target);

    /// <summary>The publishers with the most articles, most first, as they are written.</summary>
    public IEnumerable<string> CommonPublishers()
        => Common(Facet.Publisher).Select(p => lists[(Facet.Publisher, p.Folded)].Min!.Item.Publisher!);

    /// <summary>How a target is written: as the newest article about it writes it.</summary>
    public StanceEntry Written(string foldedTarget)
    {
        var newest = lists[(Facet.Target, foldedTarget)].Min!;
        return newest.Stances[newest.Targets.ToList().IndexOf(foldedTarget)];
    }

    private static CatalogArticle IndexedArticleAt(CatalogKey key)
    {
        DateTime? processed = key.Ticks == long.MaxValue ? null : new DateTime(key.Ticks, DateTimeKind.Utc);
        return new CatalogArticle(ListItem.Pending(key.Name) with { ProcessedAt = processed }, null);
    }

    private static SortedSet<CatalogArticle> Empty()
        => new(Comparer<CatalogArticle>.Create(static (a, b) => a.Key.CompareTo(b.Key)));

    private IEnumerable<(string Folded, int Articles)> Common(Facet facet) => lists
        .Where(l => l.Key.Item1 == facet)
        .OrderByDescending(l => l.Value.Count)
        .ThenBy(l => l.Key.Item2, StringComparer.Ordinal)
        .Select(l => (l.Key.Item2, l.Value.Count));

    private SortedSet<CatalogArticle> ShortestList(FoldedQuery query)
    {
        var shortest = order;
        Consider(Facet.Target, query.Target);
        Consider(Facet.Publisher, query.Publisher);
        Consider(Facet.Status, query.Asked.Status?.ToString());
        return shortest;

        void Consider(Facet facet, string? value)
        {
            if (value is null)
                return;
            var list = lists.GetValueOrDefault((facet, value)) ?? Empty();
            if (list.Count < shortest.Count)
                shortest = list;
        }
    }

    private static IEnumerable<(Facet, string)> KeysOf(CatalogArticle article)
    {
        yield return (Facet.Status, article.Item.Status.ToString());
        if (article.Publisher is { } publisher)
            yield return (Facet.Publisher, publisher);
        foreach (var target in article.Targets.Distinct(StringComparer.Ordinal))
            yield return (Facet.Target, target);
    }
}
