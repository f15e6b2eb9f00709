using System.Globalization;
using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Search;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Lists of articles, page by page.</summary>
public static class ArticleLists
{
    /// <summary>One page of the articles requested.</summary>
    /// <param name="index">The catalog.</param>
    /// <param name="query">What is requested.</param>
    /// <param name="limit">Items at most.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="cancellationToken">Cancels the wait, and the search.</param>
    /// <param name="sort">The order; null for the query's own: what fits best with words, the latest result without.</param>
    public static Task<ListPage> ListAsync(
        this ArticleCatalog index, ArticleQuery query, int limit, ListCursor cursor, CancellationToken cancellationToken,
        ArticleSort? sort = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(query);
        return index.AskAsync(
            async core =>
            {
                var asked = await PreparedQuery.PrepareAsync(core, query, cancellationToken).ConfigureAwait(false);
                var known = index.Cache.At(core.Database.Version);
                return await core.Database.ReadAsync(
                    session => Page(known, core.IsKnown, session, asked, limit, cursor, OrderOf(asked, sort)), cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>Which of some articles a query finds, as lists show them.</summary>
    public static Task<IReadOnlyList<ArticleItem>> FindAsync(
        this ArticleCatalog index, ArticleQuery query, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(query);
        return index.AskAsync(
            async core =>
            {
                var asked = await PreparedQuery.PrepareAsync(core, query, cancellationToken).ConfigureAwait(false);
                return (IReadOnlyList<ArticleItem>)await core.Database.ReadAsync(s => Items(s, asked, names), cancellationToken)
                    .ConfigureAwait(false);
            },
            cancellationToken);
    }

    /// <summary>The order that a query is answered in.</summary>
    internal static ArticleSort OrderOf(PreparedQuery asked, ArticleSort? sort)
        => sort is null or ArticleSort.Relevance ? asked.HasRelevance ? ArticleSort.Relevance : ArticleSort.Processed : sort.Value;

    /// <summary>What followers are told of articles that changed; from the writer's own transaction on.</summary>
    internal static IReadOnlyList<CatalogChange> Changes(CatalogCore core, IReadOnlyList<string> names)
        => core.Database.ReadNow(session =>
        {
            var open = new PreparedQuery(ArticleQuery.All, null, null, 0, null);
            var items = Items(session, open, names).ToDictionary(i => i.Name, StringComparer.Ordinal);
            return (IReadOnlyList<CatalogChange>)[.. names.Select(n => new CatalogChange(n, items.GetValueOrDefault(n)))];
        });

    private static ArticleItem[] Items(Session session, PreparedQuery asked, IReadOnlyCollection<string> names)
    {
        if (asked.IsVain)
            return [];
        var sql = asked.Sql(session, names);
        var rows = session.Rows(
            sql.Page(ArticleSort.Processed, isAfter: false, asked.IsRare), Row.Read, sql.Values(("$limit", names.Count)));
        return Shown(session, rows, asked.Terms);
    }

    internal static ListPage Page(
        QueryCache.Snapshot known, bool isListed, Session session, PreparedQuery asked, int limit, ListCursor cursor, ArticleSort sort)
    {
        var coverage = CoverageOf(known, isListed, session);
        if (asked.IsVain)
            return new ListPage([], null, 0, coverage);
        var sql = asked.Sql(session);
        var total = (int)known.Get(("total", asked.Query), () => session.Number(sql.Count(asked.IsRare), sql.Values()));
        (string, object?)[] place = cursor.Key is null || cursor.Sort != sort ? [] : [("$key", cursor.Value), ("$after", cursor.Name)];
        // One more than is shown tells whether there is another page.
        var rows = session.Rows(
            sql.Page(sort, place.Length > 0, asked.IsRare), Row.Read, sql.Values([.. place, ("$limit", limit + 1)]));
        var next = rows.Count > limit ? new ListCursor(sort, rows[limit - 1].KeyOf(sort), rows[limit - 1].Name, 0).ToString() : null;
        return new ListPage(Shown(session, rows[..Math.Min(limit, rows.Count)], asked.Terms), next, total, coverage);
    }

    /// <summary>The share of results whose texts can be searched, rounded down: 1 means all.</summary>
    private static double CoverageOf(QueryCache.Snapshot known, bool isListed, Session session) => known.Get(
        ("coverage", isListed), () =>
        {
            var unread = session.Number(Sql.UnreadCount);
            if (unread == 0)
                return isListed ? 1d : MostBeforeListed;
            double all = Math.Max(1, session.Number(Sql.Succeeded));
            return Math.Min(isListed ? 1 : MostBeforeListed, Math.Floor((all - unread) / all * 1_000) / 1_000);
        });

    /// <summary>What is listed is not all yet.</summary>
    private const double MostBeforeListed = 0.999;

    private static ArticleItem[] Shown(Session session, IReadOnlyList<Row> rows, SearchTerms? terms)
    {
        var ids = PreparedQuery.JsonNumbers(rows.Select(r => r.Id));
        var chips = session.Rows(
            ListSql.Chips,
            r => (Article: r.GetInt64(0), Chip: new StanceChip(
                r.GetString(1), r.GetString(2), r.GetString(3), (Stance)r.GetInt32(4), r.GetDouble(5), r.GetInt32(6) > 0,
                (r.GetInt32(6) & ReviewTables.Disputed) != 0)),
            ("$ids", ids)).ToLookup(c => c.Article, c => c.Chip);
        var snippets = terms is null
            ? []
            : session.Rows(
                ListSql.Texts, r => (Article: r.GetInt64(0), Snippet: Snippet.Create(r.GetString(1), terms.Sought)), ("$ids", ids))
                .ToDictionary(t => t.Article, t => t.Snippet);
        return [.. rows.Select(r => r.Item(StanceChip.MostTelling(chips[r.Id]), snippets.GetValueOrDefault(r.Id)))];
    }

    private sealed record Row(
        long Id, string Name, int Status, string? Title, string? Headline, string? Publisher, int Published, long At, int Editions,
        int Reviewed, string? Failure, string TitleKey, double Score)
    {
        public static Row Read(SqliteDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), Text(row, 3), Text(row, 4), Text(row, 5), row.GetInt32(6), row.GetInt64(7),
            row.GetInt32(8), row.GetInt32(9), Text(row, 10), row.GetString(11), row.FieldCount > 12 ? row.GetDouble(12) : 0);

        public string KeyOf(ArticleSort sort) => sort switch
        {
            ArticleSort.Title => TitleKey,
            ArticleSort.Published => Published.ToString(CultureInfo.InvariantCulture),
            ArticleSort.Relevance => Score.ToString("R", CultureInfo.InvariantCulture),
            _ => At.ToString(CultureInfo.InvariantCulture),
        };

        public ArticleItem Item(StanceChip[] chips, Snippet? snippet) => new(
            Name, (ListStatus)(Status - 1), Title, Headline, Publisher, PreparedEntry.DayOf(Published),
            At == long.MaxValue ? null : new DateTime(At, DateTimeKind.Utc), chips, Editions, Reviewed > 0, snippet, Failure);

        private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}

/// <param name="Cursor">For the page after this one; null at the end.</param>
/// <param name="Total">Articles requested, over all pages.</param>
/// <param name="Coverage">0 to 1: the share of results whose texts are searched already.</param>
public sealed record ListPage(IReadOnlyList<ArticleItem> Items, string? Cursor, int Total, double Coverage);
