using System.Text.Json;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Writing;

/// <summary>Applies one change after the other within the writer's transaction.</summary>
/// <param name="tables">Where articles are shown.</param>
/// <param name="isRemoved">Whether an article without an upload was removed a short while ago, so that its result is not shown.</param>
/// <param name="leftOut">Told of an article whose entry cannot be read, with the reason.</param>
internal sealed class WorkApplier(ArticleTables tables, Func<string, bool> isRemoved, Action<string, Exception> leftOut)
{
    /// <summary>Returns the article that lists show otherwise from now on; null for none.</summary>
    public string? Apply(Session session, CatalogWork work)
    {
        switch (work)
        {
            case CatalogWork.Upload upload:
                return Upload(session, upload);
            case CatalogWork.Result { Entry: null } gone:
                return Remove(session, gone.Name);
            case CatalogWork.Result result:
                return Result(session, result);
            case CatalogWork.TextRead text:
                return Read(session, text);
            case CatalogWork.Orphan orphan:
                return ArticleRow.Find(session, orphan.Name) is { } row ? Show(session, row, null, null) : null;
            case CatalogWork.Judged judged:
                return Judge(session, judged);
            case CatalogWork.Stranger { ETag: { } etag } stranger:
                session.Run(Sql.PutStranger, ("$blob", stranger.Blob), ("$etag", etag));
                return ArticleRow.OfBlob(session, stranger.Blob) is { MadeFrom: not null } before ? Remove(session, before.Name) : null;
            case CatalogWork.Stranger stranger:
                session.Run(Sql.DeleteStranger, ("$blob", stranger.Blob));
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(work));
        }
    }

    private string? Upload(Session session, CatalogWork.Upload upload)
    {
        if (upload.ETag is null && ArticleRow.Find(session, upload.Name) is null)
            return null;
        var row = ArticleRow.FindOrAdd(session, upload.Name);
        session.Run(Sql.SetVersion, ("$version", upload.ETag), ("$id", row.Id));
        return Show(session, row with { Version = upload.ETag }, null, null);
    }

    private string? Remove(Session session, string name)
    {
        if (ArticleRow.Find(session, name) is not { } row)
            return null;
        session.Run(Sql.SetResult, ("$result", null), ("$made_from", null), ("$id", row.Id));
        return Show(session, row with { Result = null, MadeFrom = null }, null, null);
    }

    private string? Result(Session session, CatalogWork.Result result)
    {
        var entry = result.Entry!;
        var row = ArticleRow.FindOrAdd(session, result.Name);
        if (row.ShowsResult && row.MadeFrom == entry.ArticleETag && row.At == entry.Item.ProcessedAt?.Ticks && result.Text is null)
        {
            // Only its metadata was written anew.
            session.Run(Sql.SetResultVersion, ("$result", result.ETag ?? ""), ("$id", row.Id));
            return null;
        }

        session.Run(Sql.DeleteStranger, ("$blob", ArticleName.ResultOf(result.Name)));
        session.Run(Sql.SetResult, ("$result", result.ETag ?? ""), ("$made_from", entry.ArticleETag), ("$id", row.Id));
        return Show(session, row with { Result = result.ETag ?? "", MadeFrom = entry.ArticleETag }, entry, result.Text);
    }

    private static string? Read(Session session, CatalogWork.TextRead text)
    {
        if (session.Rows(Sql.ResultOfUnread, r => r.GetString(0), ("$id", text.Id)) is [var result] && result == text.ETag)
            ArticleTables.Read(session, text.Id, text.Text);
        return null;
    }

    private string? Judge(Session session, CatalogWork.Judged judged)
    {
        if (ReviewTables.Put(session, judged) is not { } name)
            return null;
        if (ArticleRow.Find(session, name) is not { ShowsResult: true } row)
        {
            ReviewTables.Withdraw(session, name);
            return null;
        }

        tables.ShowReviewed(session, row);
        return name;
    }

    private string? Show(Session session, ArticleRow row, ResultEntry? entry, string? text)
    {
        var isShown = row.MadeFrom is not null && (row.Version is null ? !isRemoved(row.Name) : row.Version == row.MadeFrom);
        if (isShown)
        {
            if (entry is null && row.ShowsResult)
                return null;
            return Prepare(row, entry, text) is { } prepared ? ShowResult(session, row, prepared) : Hide(session, row, entry);
        }

        if (row.Version is null)
            return Hide(session, row, entry);
        if (row.Status == ArticleRow.Pending && entry is null)
            return null;
        tables.ShowPending(session, row, entry);
        return row.Status == ArticleRow.Pending ? null : row.Name;
    }

    private string ShowResult(Session session, ArticleRow row, PreparedEntry prepared)
    {
        tables.Show(session, row, prepared);
        return row.Name;
    }

    private string? Hide(Session session, ArticleRow row, ResultEntry? entry)
    {
        tables.Hide(session, row, entry);
        return row.Status == ArticleRow.Unlisted ? null : row.Name;
    }

    /// <summary>Null for an entry that nobody can read: whatever is odd about one article is no reason to hide the others.</summary>
    private PreparedEntry? Prepare(ArticleRow row, ResultEntry? entry, string? text)
    {
        try
        {
            entry ??= row.Held is { } held ? JsonSerializer.Deserialize(held, StorageJson.Compact.ResultEntry) : null;
            return entry is null ? null : new PreparedEntry(entry, text);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            leftOut(row.Name, e);
            return null;
        }
    }
}
