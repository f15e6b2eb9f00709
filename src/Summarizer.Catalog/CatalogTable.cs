using System.Runtime.InteropServices;
using Summarizer.Catalog.Targets;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Articles in the order of lists, with a list of their own for each publisher, status and target.</summary>
/// <remarks>
/// A change costs O(log n) for each list it stands in. A query walks the shortest list that holds all its answers,
/// from its cursor on, and stops when it has enough: with a target or a publisher it costs what it returns. Words and
/// dates are looked at on the way. Not safe for threads; <see cref="ArticleCatalog"/> holds the lock.
/// </remarks>
internal sealed class CatalogTable
{
    private readonly Dictionary<string, CatalogArticle> byName = new(StringComparer.Ordinal);
    private readonly SortedSet<CatalogArticle> order = CatalogArticle.Ordered();
    private readonly Dictionary<(Facet, string), SortedSet<CatalogArticle>> lists = [];

    private enum Facet
    {
        Status,
        Publisher,
    }

    public int Count => byName.Count;

    /// <summary>Grows with every change.</summary>
    public long Version { get; private set; }

    public TargetIndex Targets { get; } = new();

    public CatalogArticle? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Puts an article in the place of what stood under its name.</summary>
    public void Put(CatalogArticle article)
    {
        if (byName.Remove(article.Item.Name, out var before))
            Unlist(before);
        Targets.Change(before, article);
        byName.Add(article.Item.Name, article);
        order.Add(article);
        foreach (var key in KeysOf(article))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
            (list ??= CatalogArticle.Ordered()).Add(article);
        }

        Version++;
    }

    public bool Remove(string name)
    {
        if (!byName.Remove(name, out var article))
            return false;
        Unlist(article);
        Targets.Change(article, null);
        Version++;
        return true;
    }

    /// <summary>Makes a query ready: what it means by a target depends on what is known now.</summary>
    public FoldedQuery Fold(ArticleQuery asked) => new(asked, asked.Target is { } target ? Targets.Find(target) : []);

    /// <summary>The articles requested, in order.</summary>
    /// <param name="query">What is requested.</param>
    /// <param name="after">Where the page before ended; null for the beginning.</param>
    /// <param name="inclusive">Whether the article at <paramref name="after"/> belongs to this page too.</param>
    public IEnumerable<CatalogArticle> Query(FoldedQuery query, CatalogKey? after, bool inclusive = false)
    {
        IEnumerable<CatalogArticle>[] lists = [.. ShortestLists(query).Select(l => From(l, after))];
        var walk = lists is [var only] ? only : Merged(lists);
        return walk.Where(a => (after is null || inclusive || a.Key != after) && a.Has(query));
    }

    /// <summary>The targets with the most articles, most first.</summary>
    public IEnumerable<TargetGroup> CommonTargets() => Targets.Groups
        .OrderByDescending(g => g.Articles.Count)
        .ThenBy(g => g.Id, StringComparer.Ordinal);

    private static CatalogArticle IndexedArticleAt(CatalogKey key)
    {
        DateTime? processed = key.Ticks == long.MaxValue ? null : new DateTime(key.Ticks, DateTimeKind.Utc);
        return new CatalogArticle(ListItem.Pending(key.Name) with { ProcessedAt = processed }, null);
    }

    private void Unlist(CatalogArticle article)
    {
        order.Remove(article);
        foreach (var key in KeysOf(article))
        {
            if (!lists.TryGetValue(key, out var list))
                continue;
            list.Remove(article);
            if (list.Count == 0)
                lists.Remove(key);
        }
    }

    /// <summary>The lists that hold all answers between them, the fewest articles that there are.</summary>
    private IReadOnlyCollection<SortedSet<CatalogArticle>> ShortestLists(FoldedQuery query)
    {
        IReadOnlyCollection<SortedSet<CatalogArticle>> shortest = [order];
        if (query.Asked.Target is not null)
            Consider([.. query.Targets.Select(t => t.Articles)]);
        if (query.Publisher is not null)
            Consider(Listed(Facet.Publisher, query.Publisher));
        if (query.Asked.Status is { } status)
            Consider(Listed(Facet.Status, status.ToString()));
        return shortest;

        void Consider(IReadOnlyCollection<SortedSet<CatalogArticle>> candidates)
        {
            if (candidates.Sum(l => l.Count) < shortest.Sum(l => l.Count))
                shortest = candidates;
        }

        IReadOnlyCollection<SortedSet<CatalogArticle>> Listed(Facet facet, string value)
            => lists.TryGetValue((facet, value), out var list) ? [list] : [];
    }

    private static SortedSet<CatalogArticle> From(SortedSet<CatalogArticle> list, CatalogKey? after)
        => after is not { } key || list.Count == 0 ? list
            : list.Max!.Key.CompareTo(key) < 0 ? CatalogArticle.Ordered()
            : list.GetViewBetween(IndexedArticleAt(key), list.Max);

    /// <summary>Several lists as one in the same order; what stands in two of them comes once.</summary>
    private static IEnumerable<CatalogArticle> Merged(IEnumerable<CatalogArticle>[] lists)
    {
        var heads = new PriorityQueue<IEnumerator<CatalogArticle>, CatalogKey>();
        foreach (var list in lists)
            Advance(list.GetEnumerator());
        CatalogArticle? last = null;
        while (heads.TryDequeue(out var list, out _))
        {
            if (list.Current != last)
                yield return last = list.Current;
            Advance(list);
        }

        void Advance(IEnumerator<CatalogArticle> list)
        {
            if (list.MoveNext())
                heads.Enqueue(list, list.Current.Key);
            else
                list.Dispose();
        }
    }

    private static IEnumerable<(Facet, string)> KeysOf(CatalogArticle article)
    {
        yield return (Facet.Status, article.Item.Status.ToString());
        if (article.Publisher is { } publisher)
            yield return (Facet.Publisher, publisher);
    }
}
