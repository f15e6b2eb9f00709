using System.Globalization;
using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Writing;

namespace Summarizer.Catalog;

/// <summary>Lists of single stances, page by page, newest article first.</summary>
public static class StanceLists
{
    /// <summary>One page of the stances requested.</summary>
    public static Task<StancePage> StancesAsync(
        this ArticleCatalog index, ArticleQuery query, int limit, ListCursor cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(query);
        return index.AskAsync(
            async core =>
            {
                var asked = await PreparedQuery.PrepareAsync(core, query, cancellationToken).ConfigureAwait(false);
                return asked.IsVain
                    ? new StancePage([], null)
                    : await core.Database.ReadAsync(s => Page(s, asked, limit, cursor), cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static StancePage Page(Sqlite.Session session, PreparedQuery asked, int limit, ListCursor cursor)
    {
        var sql = asked.Sql(session);
        (string, object?)[] place = cursor.Key is null || cursor.Sort != ArticleSort.Processed
            ? []
            : [("$key", cursor.Value), ("$after", cursor.Name), ("$place", cursor.Passed)];
        var rows = session.Rows(
            sql.Stances(place.Length > 0, asked.IsRare), Read, sql.Values([.. place, ("$limit", limit + 1)]));
        var last = rows.Count > limit ? rows[limit - 1] : default;
        return new StancePage(
            [.. rows.Take(limit).Select(r => r.Item)],
            rows.Count > limit
                ? new ListCursor(ArticleSort.Processed, last.At.ToString(CultureInfo.InvariantCulture), last.Item.Article, last.Place + 1)
                    .ToString()
                : null);
    }

    private static (StanceItem Item, long At, int Place) Read(SqliteDataReader row) => (
        new StanceItem(
            row.GetString(0), Text(row, 1), Text(row, 2), PreparedEntry.DayOf(row.GetInt32(3)), row.GetString(4),
            (TargetType)row.GetInt32(5), row.GetString(6), (Stance)row.GetInt32(7), row.GetDouble(8), Text(row, 9), row.GetString(10),
            row.GetInt32(13) > 0, (row.GetInt32(13) & ReviewTables.Disputed) != 0),
        row.GetInt64(11), row.GetInt32(12));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
public sealed record StancePage(IReadOnlyList<StanceItem> Items, string? Cursor);

/// <summary>One stance tag with the article it stands in.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Target">The target's name over all articles.</param>
/// <param name="Type">What the target is over all articles.</param>
/// <param name="Quote">The first stretch of evidence, cut to 160 characters; null without evidence.</param>
/// <param name="Named">The name that this article uses for the target.</param>
/// <param name="Reviewed">Whether reviewers judged it.</param>
/// <param name="Disputed">Whether they disagree.</param>
public sealed record StanceItem(
    string Article, string? Title, string? Publisher, DateOnly? PublishedOn, string Target, TargetType Type,
    string Holder, Stance Stance, double Confidence, string? Quote, string Named, bool Reviewed = false, bool Disputed = false);
