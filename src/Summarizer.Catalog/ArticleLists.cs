using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Lists of articles, page by page, newest first.</summary>
public static class ArticleLists
{
    /// <summary>One page of the articles requested.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">What is requested.</param>
    /// <param name="limit">Items at most.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public static Task<ListPage> ListAsync(
        this ArticleCatalog index, ArticleQuery query, int limit, ListCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.AskAsync(
            table =>
            {
                // One more than is shown tells whether there is another page.
                var found = table.Query(table.Fold(query), cursor.Key).Take(limit + 1).ToArray();
                var items = found.Take(limit).Select(a => a.Shown()).ToArray();
                return new ListPage(items, found.Length > limit ? new ListCursor(found[limit - 1].Key, 0).ToString() : null);
            },
            cancellationToken);
    }
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
public sealed record ListPage(IReadOnlyList<ListItem> Items, string? Cursor);

/// <summary>
/// A place in a list. It is a place in the order, not a number, so that what changes meanwhile neither repeats nor hides
/// anything.
/// </summary>
public readonly record struct ListCursor
{
    internal ListCursor(CatalogKey? key, int passed) => (Key, Passed) = (key, passed);

    /// <summary>The last article of the page before; null at the beginning.</summary>
    internal CatalogKey? Key { get; }

    /// <summary>How many of that article's stances are passed.</summary>
    internal int Passed { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote; null or empty is the beginning.</summary>
    public static bool TryParse(string? text, out ListCursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!Base64Url.IsValid(text)
            || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|', 3) is not [var ticks, var passed, var name]
            || !long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || (at > DateTime.MaxValue.Ticks && at != long.MaxValue)
            || !int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var skip))
            return false;
        cursor = new ListCursor(new CatalogKey(at, name), skip);
        return true;
    }

    public override string ToString() => Key is { } key
        ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{key.Ticks}|{Passed}|{key.Name}")))
        : "";
}
