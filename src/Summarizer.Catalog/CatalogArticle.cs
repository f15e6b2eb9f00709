using System.Globalization;
using System.Text;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>An article as it stands in the index: its place in the order, and its words ready to be searched.</summary>
internal sealed class CatalogArticle
{
    private readonly string words;
    private readonly string[] targets;

    /// <param name="item">What lists show.</param>
    /// <param name="entry">Its present result; null while it is pending.</param>
    public CatalogArticle(ListItem item, ResultEntry? entry)
    {
        (Item, Entry) = (item, entry);
        Key = new CatalogKey(item.ProcessedAt?.Ticks ?? long.MaxValue, item.Name);
        targets = [.. Stances.Select(s => Fold(s.Target))];
        Publisher = item.Publisher is { } publisher ? Fold(publisher) : null;
        words = string.Join(
            '\n', new[] { Fold(item.Title), Fold(item.Headline), Fold(item.Name), Publisher }.Concat(targets.Distinct()));
    }

    public ListItem Item { get; }

    public ResultEntry? Entry { get; }

    public CatalogKey Key { get; }

    public IReadOnlyList<StanceEntry> Stances => Entry?.Stances ?? [];

    /// <summary>Folded.</summary>
    public string? Publisher { get; }

    /// <summary>Folded, in the order of <see cref="Stances"/>.</summary>
    public IReadOnlyList<string> Targets => targets;

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
               && (!wanted.AsksForStance || Enumerable.Range(0, targets.Length).Any(i => HasStance(i, query)))
               && query.Words.All(word => words.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether the stance at <paramref name="index"/> is one of those requested.</summary>
    public bool HasStance(int index, FoldedQuery query)
    {
        var (tag, wanted) = (Stances[index], query.Asked);
        return (query.Target is null || targets[index] == query.Target)
               && (wanted.Stance is null || tag.Stance == wanted.Stance)
               && (wanted.Holder == HolderKind.All || (tag.Holder == StanceTag.Author) == (wanted.Holder == HolderKind.Author));
    }

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
}

/// <summary>The order of lists: what is pending first, then the newest, then by name.</summary>
/// <param name="Ticks">Of the time of processing, UTC; the highest number while pending.</param>
internal readonly record struct CatalogKey(long Ticks, string Name) : IComparable<CatalogKey>
{
    public int CompareTo(CatalogKey other)
        => other.Ticks.CompareTo(Ticks) is var order and not 0 ? order : string.CompareOrdinal(Name, other.Name);
}

/// <summary>A query with its words folded once.</summary>
internal sealed class FoldedQuery(ArticleQuery asked)
{
    /// <summary>Words beyond these are ignored; nobody types so many.</summary>
    private const int MaxWords = 16;

    public ArticleQuery Asked { get; } = asked;

    public string? Publisher { get; } = asked.Publisher is { } publisher ? CatalogArticle.Fold(publisher) : null;

    public string? Target { get; } = asked.Target is { } target ? CatalogArticle.Fold(target) : null;

    public string[] Words { get; } =
    [
        .. CatalogArticle.Fold(asked.Words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords),
    ];
}
