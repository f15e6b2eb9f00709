using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Summarizer.Storage;

/// <summary>Lists articles with what became of them; costs what it returns, not what the containers hold.</summary>
public sealed class ArticleCatalog(ArticleStore articles, ResultStore results)
{
    /// <summary>Result look-ups under way at once for one list.</summary>
    private const int Glances = 16;

    /// <summary>Pages a filter may walk through before it hands out a cursor with fewer items.</summary>
    private const int MaxPages = 20;

    /// <summary>One page of the list.</summary>
    /// <param name="prefix">Names that begin so; null for all.</param>
    /// <param name="status">Only these; null for all.</param>
    /// <param name="limit">Items at most.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async Task<ListPage> ListAsync(
        string? prefix, ListStatus? status, int limit, ListCursor cursor, CancellationToken cancellationToken)
    {
        var items = new List<ListItem>(limit);
        for (var page = 0; page < MaxPages; page++)
        {
            var (versions, next) = await articles.ListPageAsync(prefix, cursor.Marker, limit, cancellationToken).ConfigureAwait(false);
            var found = new ListItem[Math.Max(0, versions.Count - cursor.Skip)];
            await Parallel.ForAsync(
                0, found.Length,
                new ParallelOptions { MaxDegreeOfParallelism = Glances, CancellationToken = cancellationToken },
                async (i, token) => found[i] = await GlanceAsync(versions[cursor.Skip + i], token).ConfigureAwait(false))
                .ConfigureAwait(false);

            for (var i = 0; i < found.Length; i++)
            {
                if (status is not null && found[i].Status != status)
                    continue;
                if (items.Count == limit)
                    return new ListPage(items, new ListCursor(cursor.Marker, cursor.Skip + i).ToString());
                items.Add(found[i]);
            }

            if (next is null)
                return new ListPage(items, null);
            cursor = new ListCursor(next, 0);
            if (items.Count == limit)
                break;
        }

        return new ListPage(items, cursor.ToString());
    }

    private async Task<ListItem> GlanceAsync(ArticleVersion article, CancellationToken cancellationToken)
        => await results.GlanceAsync(article.Name, cancellationToken).ConfigureAwait(false) is { } glance
           && glance.ArticleETag == article.ETag
            ? glance.Item
            : ListItem.Pending(article.Name);
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
public sealed record ListPage(IReadOnlyList<ListItem> Items, string? Cursor);

/// <summary>A place in the list: a page of the storage's own, and how many of its articles are passed.</summary>
public readonly record struct ListCursor(string? Marker, int Skip)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null or empty is the beginning.</summary>
    public static bool TryParse(string? text, out ListCursor cursor)
    {
        cursor = default;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!TryDecode(text, out var decoded) || decoded.Split('|', 2) is not [var skip, var marker]
            || !int.TryParse(skip, System.Globalization.NumberStyles.None, null, out var passed))
            return false;
        cursor = new ListCursor(marker.Length == 0 ? null : marker, passed);
        return true;
    }

    public override string ToString()
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Skip}|{Marker}")));

    private static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : null;
        return decoded is not null;
    }
}
