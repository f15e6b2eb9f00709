using System.Globalization;
using System.Text;
using Summarizer.Catalog.Targets;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>An article as it stands in the index: its place in the order, and its words ready to be searched.</summary>
internal sealed class CatalogArticle
{
    private static readonly Comparer<CatalogArticle> ByKey = Comparer<CatalogArticle>.Create(static (a, b) => a.Key.CompareTo(b.Key));
    private readonly string words;

    /// <param name="item">What lists show.</param>
    /// <param name="entry">Its present result; null while it is pending.</param>
    public CatalogArticle(ListItem item, ResultEntry? entry)
    {
        (Item, Entry) = (item, entry);
        Key = new CatalogKey(item.ProcessedAt?.Ticks ?? long.MaxValue, item.Name);
        Publisher = item.Publisher is { } publisher ? Fold(publisher) : null;
        words = string.Join(
            '\n',
            new[] { Fold(item.Title), Fold(item.Headline), Fold(item.Name), Publisher }
                .Concat(Stances.Select(s => s.Target).Distinct(StringComparer.Ordinal).Select(Fold)));
    }

    public ListItem Item { get; }

    public ResultEntry? Entry { get; }

    public CatalogKey Key { get; }

    public IReadOnlyList<StanceEntry> Stances => Entry?.Stances ?? [];

    /// <summary>Folded.</summary>
    public string? Publisher { get; }

    /// <summary>The targets' names, in the order of <see cref="Stances"/>; empty until the article is in the table.</summary>
    public IReadOnlyList<TargetNode> Nodes { get; set; } = [];

    /// <summary>The targets, each once.</summary>
    public IReadOnlySet<TargetGroup> Targets => Nodes.Select(n => n.Group!).ToHashSet();

    /// <summary>What editions of one work share; an article without words stands for itself.</summary>
    public string Work => Entry?.Work ?? Item.Name;

    public bool Has(FoldedQuery query)
    {
        var wanted = query.Asked;
        return (wanted.Status is null || Item.Status == wanted.Status)
               && (wanted.Prefix is null || Item.Name.StartsWith(wanted.Prefix, StringComparison.Ordinal))
               && (query.Publisher is null || Publisher == query.Publisher)
               && (wanted.From is null || Item.PublishedOn >= wanted.From)
               && (wanted.To is null || Item.PublishedOn <= wanted.To)
               && (!wanted.AsksForStance || Enumerable.Range(0, Stances.Count).Any(i => HasStance(i, query)))
               && query.Words.All(HasWord);
    }

    /// <summary>Whether the stance at <paramref name="index"/> is one of those requested.</summary>
    public bool HasStance(int index, FoldedQuery query)
    {
        var (tag, wanted) = (Stances[index], query.Asked);
        return (wanted.Target is null || query.Targets.Contains(Nodes[index].Group!))
               && (wanted.Stance is null || tag.Stance == wanted.Stance)
               && (wanted.Holder == HolderKind.All || (tag.Holder == StanceTag.Author) == (wanted.Holder == HolderKind.Author));
    }

    /// <summary>What lists show of it: its targets under their canonical names, beside those that it uses.</summary>
    public ListItem Shown()
    {
        if (Item.Stances.Count == 0)
            return Item;
        var canonical = Nodes.Zip(Stances, (n, s) => (s.Target, n.Group!.Name)).DistinctBy(t => t.Target)
            .ToDictionary(t => t.Target, t => t.Name, StringComparer.Ordinal);
        return Item with { Stances = [.. Item.Stances.Select(c => c with { Target = canonical[c.Named] })] };
    }

    /// <summary>An empty list of articles in their order.</summary>
    public static SortedSet<CatalogArticle> Ordered() => new(ByKey);

    /// <summary>Lower case without accents, so that the reader need not know how a name is written; any string can be folded.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Neither half a surrogate pair, which comes as U+FFFD here, nor a noncharacter can be normalised.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(UnicodeText.IsNoncharacter(rune) ? Rune.ReplacementChar : Rune.ToLowerInvariant(rune));
        var folded = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c)); // Some signs come apart into capitals.
        }

        return folded.ToString().Trim();
    }

    private bool HasWord(string word)
        => words.Contains(word, StringComparison.Ordinal) || Nodes.Any(n => n.Group!.Folded.Contains(word, StringComparison.Ordinal));
}

/// <summary>The order of lists: what is pending first, then the newest, then by name.</summary>
/// <param name="Ticks">Of the time of processing, UTC; the highest number while pending.</param>
internal readonly record struct CatalogKey(long Ticks, string Name) : IComparable<CatalogKey>
{
    public int CompareTo(CatalogKey other)
        => other.Ticks.CompareTo(Ticks) is var order and not 0 ? order : string.CompareOrdinal(Name, other.Name);
}

/// <summary>A query with its words folded once, and its target found.</summary>
/// <param name="asked">The query.</param>
/// <param name="targets">What is meant by <see cref="ArticleQuery.Target"/>; nothing, where that names no target.</param>
internal sealed class FoldedQuery(ArticleQuery asked, IReadOnlyCollection<TargetGroup> targets)
{
    /// <summary>Words beyond these are ignored; nobody types so many.</summary>
    private const int MaxWords = 16;

    public ArticleQuery Asked { get; } = asked;

    public string? Publisher { get; } = asked.Publisher is { } publisher ? CatalogArticle.Fold(publisher) : null;

    public IReadOnlyCollection<TargetGroup> Targets { get; } = targets;

    /// <summary>The same query for one target.</summary>
    public FoldedQuery Toward(TargetGroup target) => new(Asked with { Target = target.Name }, [target]);

    public string[] Words { get; } =
    [
        .. CatalogArticle.Fold(asked.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords),
    ];
}
