using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Removals;

namespace Summarizer.Catalog;

/// <summary>Puts articles and results together: what is listed, and what this process itself wrote meanwhile.</summary>
/// <remarks>Not safe for threads; <see cref="ArticleCatalog"/> holds the lock.</remarks>
internal sealed class CatalogState(Func<string, bool> isRemovedHere, Action<string, Exception> leftOut)
{
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResultEntry> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private Dictionary<string, string> names = new(StringComparer.Ordinal);
    private IReadOnlySet<string> removed = new HashSet<string>();

    public CatalogTable Table { get; } = new();

    /// <summary>The results that are known, each blob with its ETag; replaced as a whole, never changed.</summary>
    public IReadOnlyDictionary<string, string> ResultETags { get; private set; } = new Dictionary<string, string>();

    /// <summary>From now on a listing is under way: what is noted meanwhile is newer than what it brings.</summary>
    public void BeginListing() => touched.Clear();

    /// <summary>Takes over what a listing brought; returns what changed by it.</summary>
    /// <param name="listed">The articles, each with its version.</param>
    /// <param name="etags">The results, each blob with its ETag.</param>
    /// <param name="tombstones">The keys of articles that any host removed a short while ago.</param>
    /// <param name="changed">The entries of new and changed results, by blob; null for one that is not recognised.</param>
    public IReadOnlyList<CatalogChange> EndListing(
        Dictionary<string, string> listed,
        Dictionary<string, string> etags,
        IReadOnlySet<string> tombstones,
        Dictionary<string, ResultEntry?> changed)
    {
        var concerned = new HashSet<string>(StringComparer.Ordinal);
        if (tombstones.Count + removed.Count > 0)
            concerned.UnionWith(entries.Keys.Where(n => !listed.ContainsKey(n)));
        removed = tombstones;
        Replace(versions, listed, concerned);

        var present = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var blob in etags.Keys)
        {
            if (changed.TryGetValue(blob, out var entry))
            {
                if (entry is null)
                    continue;
                present[blob] = entry.Item.Name;
                if (touched.Contains(entry.Item.Name) || entries.GetValueOrDefault(entry.Item.Name) is { } old && Same(old, entry))
                    continue;
                entries[entry.Item.Name] = entry;
                concerned.Add(entry.Item.Name);
            }
            else if (names.TryGetValue(blob, out var name))
            {
                present[blob] = name;
            }
        }

        var kept = present.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var name in entries.Keys.Where(n => !kept.Contains(n) && !touched.Contains(n)).ToArray())
        {
            entries.Remove(name);
            concerned.Add(name);
        }

        (names, ResultETags) = (present, etags);
        return [.. concerned.Select(Show).OfType<CatalogChange>()];
    }

    /// <summary>Whether there are results without an article, of which only the tombstones tell whether it was removed.</summary>
    public bool HasOrphans(IReadOnlyDictionary<string, string> listed, Dictionary<string, ResultEntry?> changed)
        => entries.Keys.Concat(changed.Values.OfType<ResultEntry>().Select(e => e.Item.Name)).Any(name => !listed.ContainsKey(name));

    /// <summary>Notes what this process wrote; returns what changed by it.</summary>
    public IReadOnlyList<CatalogChange> Note(StoreChange change)
    {
        touched.Add(change.Name);
        switch (change)
        {
            case StoreChange.Article { ETag: { } etag }:
                versions[change.Name] = etag;
                break;
            case StoreChange.Article:
                versions.Remove(change.Name);
                break;
            case StoreChange.Result { Entry: { } entry }:
                entries[change.Name] = entry;
                break;
            default:
                entries.Remove(change.Name);
                break;
        }

        return Show(change.Name) is { } shown ? [shown] : [];
    }

    private static bool Same(ResultEntry known, ResultEntry listed)
        => known.ArticleETag == listed.ArticleETag && known.Item.ProcessedAt == listed.Item.ProcessedAt;

    private void Replace(Dictionary<string, string> known, Dictionary<string, string> listed, HashSet<string> concerned)
    {
        foreach (var name in known.Keys.Where(n => !listed.ContainsKey(n) && !touched.Contains(n)).ToArray())
        {
            known.Remove(name);
            concerned.Add(name);
        }

        foreach (var (name, etag) in listed)
        {
            if (touched.Contains(name) || known.GetValueOrDefault(name) == etag)
                continue;
            known[name] = etag;
            concerned.Add(name);
        }
    }

    /// <summary>Brings the table in line for one name; null when a reader sees no difference.</summary>
    private CatalogChange? Show(string name)
    {
        try
        {
            return ShowWhole(name);
        }
        catch (Exception e)
        {
            // Whatever is odd about one article is no reason to hide the others.
            leftOut(name, e);
            return Table.Remove(name) ? new CatalogChange(name, null) : null;
        }
    }

    private CatalogChange? ShowWhole(string name)
    {
        var version = versions.GetValueOrDefault(name);
        var entry = entries.GetValueOrDefault(name);
        var before = Table.Find(name);
        if (entry is not null && (version is null ? !IsRemoved(name) : version == entry.ArticleETag))
        {
            if (ReferenceEquals(before?.Entry, entry))
                return null;
            var article = new CatalogArticle(entry.Item, entry);
            Table.Put(article);
            return new CatalogChange(name, article.Shown());
        }

        if (version is not null)
        {
            if (before is { Entry: null })
                return null;
            var item = ListItem.Pending(name);
            Table.Put(new CatalogArticle(item, null));
            return new CatalogChange(name, item);
        }

        return Table.Remove(name) ? new CatalogChange(name, null) : null;
    }

    private bool IsRemoved(string name) => isRemovedHere(name) || removed.Contains(TombstoneStore.KeyOf(name));
}
