using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;

namespace Summarizer.Catalog.Writing;

/// <summary>What the database has of one article before it is changed.</summary>
/// <param name="Version">The upload's ETag; null where none stands there.</param>
/// <param name="Result">The result's ETag; null where none stands there, or where it is not known.</param>
/// <param name="MadeFrom">The upload's ETag that the result was made from; null without a result.</param>
/// <param name="Held">The result's entry while it is not shown.</param>
/// <param name="Status">0 not listed, 1 pending, 2 succeeded, 3 failed.</param>
/// <param name="At">When the result that is shown was processed, in ticks, UTC.</param>
internal sealed record ArticleRow(
    long Id, string Name, string? Version, string? Result, string? MadeFrom, string? Held, int Status, long At)
{
    public const int Unlisted = 0, Pending = 1, Succeeded = 2, Failed = 3;

    public bool ShowsResult => Status >= Succeeded;

    public static ArticleRow? Find(Session session, string name) => session.Rows(Sql.FindArticle, Read, ("$name", name)).FirstOrDefault();

    /// <summary>The article whose result lies in a blob.</summary>
    public static ArticleRow? OfBlob(Session session, string blob)
        => NameOf(blob) is { } name ? Find(session, name) : session.Rows(Sql.FindArticleOfBlob, Read, ("$blob", blob)).FirstOrDefault();

    public static ArticleRow FindOrAdd(Session session, string name)
    {
        if (Find(session, name) is { } known)
            return known;
        var blob = ArticleName.ResultOf(name);
        var id = session.Number(Sql.AddArticle, ("$name", name), ("$blob", NameOf(blob) is null ? blob : null));
        return new ArticleRow(id, name, null, null, null, null, Unlisted, 0);
    }

    /// <summary>The article whose result lies in a blob, as far as the blob's name tells it.</summary>
    public static string? NameOf(string blob)
    {
        const string Ending = ".json";
        return blob.EndsWith(Ending, StringComparison.Ordinal) && blob[..^Ending.Length] is { Length: > 0 } name
               && ArticleName.ResultOf(name) == blob
            ? name
            : null;
    }

    private static ArticleRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), row.GetInt32(6), row.GetInt64(7));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
