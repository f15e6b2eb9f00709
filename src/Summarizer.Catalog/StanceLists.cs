namespace Summarizer.Catalog;

/// <summary>Lists of single stances, page by page, newest article first.</summary>
public static class StanceLists
{
    /// <summary>One page of the stances requested.</summary>
    public static Task<StancePage> StancesAsync(
        this ArticleCatalog index, ArticleQuery query, int limit, ListCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskAsync(table => Page(table, table.Fold(query), limit, cursor), cancellationToken);
    }

    private static StancePage Page(CatalogTable table, FoldedQuery query, int limit, ListCursor cursor)
    {
        var items = new List<StanceItem>(limit);
        var last = cursor;
        foreach (var article in table.Query(query, cursor.Key, inclusive: cursor.Passed > 0))
        {
            var first = article.Key == cursor.Key ? cursor.Passed : 0;
            for (var i = first; i < article.Stances.Count; i++)
            {
                if (!article.HasStance(i, query))
                    continue;
                if (items.Count == limit)
                    return new StancePage(items, last.ToString());
                items.Add(StanceItem.From(article, i));
                last = new ListCursor(article.Key, i + 1);
            }
        }

        return new StancePage(items, null);
    }
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
public sealed record StancePage(IReadOnlyList<StanceItem> Items, string? Cursor);

/// <summary>One stance tag with the article it stands in.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Target">The target's name over all articles.</param>
/// <param name="Type">What the target is over all articles.</param>
/// <param name="Quote">The first stretch of evidence, cut to 160 characters; null without evidence.</param>
/// <param name="Named">The name that this article uses for the target.</param>
public sealed record StanceItem(
    string Article, string? Title, string? Publisher, DateOnly? PublishedOn, string Target, TargetType Type,
    string Holder, Stance Stance, double Confidence, string? Quote, string Named)
{
    internal static StanceItem From(CatalogArticle article, int index)
    {
        var (item, tag, target) = (article.Item, article.Stances[index], article.Nodes[index].Group!);
        return new StanceItem(
            item.Name, item.Title, item.Publisher, item.PublishedOn, target.Name, target.Type, tag.Holder, tag.Stance,
            tag.Confidence, tag.Quote, tag.Target);
    }
}
