using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Writing;

/// <summary>Shows, holds and hides articles: what lists have of each follows from its upload and its result.</summary>
/// <param name="targets">Counts what articles say of targets.</param>
internal sealed class ArticleTables(TargetTables targets)
{
    /// <summary>Shows a result.</summary>
    public void Show(Session session, ArticleRow row, PreparedEntry entry)
    {
        var item = entry.Item;
        Leave(session, row);
        var reviewed = ReviewTables.Judge(session, row.Name, entry.Stances);
        var about = targets.Change(
            row.ShowsResult ? StanceTables.Of(session, row.Id) : [], [.. reviewed.Stances.Select(s => s.Stance)]);
        if (row.ShowsResult)
            StanceTables.Delete(session, row.Id);
        var succeeded = item.Status == ListStatus.Succeeded;
        session.Run(
            Sql.Show, ("$status", succeeded ? ArticleRow.Succeeded : ArticleRow.Failed),
            ("$at", item.ProcessedAt?.Ticks ?? long.MaxValue), ("$title", item.Title), ("$title_key", entry.TitleKey),
            ("$headline", item.Headline), ("$publisher", item.Publisher), ("$publisher_key", entry.PublisherKey),
            ("$published", entry.Published), ("$failure", item.Failure), ("$work", entry.Work),
            ("$reviewed", reviewed.Claims), ("$unread", succeeded && entry.Text is null ? 1 : 0), ("$id", row.Id));
        StanceTables.Add(session, row.Id, entry, reviewed.Stances, about);
        if (entry.Text is not null)
            EditionTables.Remove(session, row.Id);
        WordTable.Put(session, row.Id, entry, about.Select(a => a.Name), isNew: row.Status == ArticleRow.Unlisted);
        if (!succeeded)
            return;
        EditionTables.Join(session, row.Id, entry.Work);
        if (entry.Text is { } text)
            EditionTables.Put(session, row.Id, text);
    }

    /// <summary>Shows a result anew, as what reviewers judged of it changed.</summary>
    public void ShowReviewed(Session session, ArticleRow row)
    {
        var (item, work, madeFrom) = ItemOf(session, row.Id);
        var entry = new ResultEntry(item, madeFrom ?? "", work, ReviewTables.Claimed(session, row.Id, row.Name));
        Show(session, row, new PreparedEntry(entry, session.Value(Sql.Text, ("$id", row.Id)) as string));
    }

    /// <summary>Shows an article that waits, and holds the entry of an older result.</summary>
    public void ShowPending(Session session, ArticleRow row, ResultEntry? entry)
    {
        var held = Held(session, row, entry);
        Withdraw(session, row);
        EditionTables.Remove(session, row.Id);
        session.Run(
            Sql.ShowPending, ("$at", long.MaxValue), ("$held", held), ("$title_key", PreparedEntry.NoTitle), ("$id", row.Id));
        WordTable.Put(session, row.Id, row.Name);
    }

    /// <summary>Takes an article out of every list; its row goes too, unless something of it stands in a container.</summary>
    public void Hide(Session session, ArticleRow row, ResultEntry? entry)
    {
        var held = Held(session, row, entry);
        Withdraw(session, row);
        EditionTables.Remove(session, row.Id);
        WordTable.Delete(session, row.Id);
        if (row.Version is null && row.MadeFrom is null)
            session.Run(Sql.DeleteArticle, ("$id", row.Id));
        else
            session.Run(Sql.Hide, ("$held", held), ("$id", row.Id));
    }

    /// <summary>Takes over the text of a result that is shown.</summary>
    public static void Read(Session session, long id, string? text)
    {
        session.Run(Sql.SetUnread, ("$unread", 0), ("$id", id));
        if (text is null)
            return;
        EditionTables.Remove(session, id);
        WordTable.Put(session, id, ItemOf(session, id).Item, text);
        EditionTables.Put(session, id, text);
    }

    private static (ListItem Item, string? Work, string? MadeFrom) ItemOf(Session session, long id) => session.Rows(
        Sql.Shown,
        row => (
            new ListItem(
                row.GetString(9), row.GetInt32(0) == ArticleRow.Succeeded ? ListStatus.Succeeded : ListStatus.Failed, Text(row, 2),
                Text(row, 3), Text(row, 4), PreparedEntry.DayOf(row.GetInt32(5)), new DateTime(row.GetInt64(1), DateTimeKind.Utc))
            {
                Failure = Text(row, 6),
            },
            Text(row, 7), Text(row, 8)),
        ("$id", id)).Single();

    private static string? Held(Session session, ArticleRow row, ResultEntry? entry)
    {
        if (row.MadeFrom is null)
            return null;
        if (entry is null && !row.ShowsResult)
            return row.Held;
        if (entry is null)
        {
            var (item, work, madeFrom) = ItemOf(session, row.Id);
            entry = new ResultEntry(item, madeFrom ?? "", work, ReviewTables.Claimed(session, row.Id, row.Name));
        }

        return JsonSerializer.Serialize(entry, StorageJson.Compact.ResultEntry);
    }

    private void Withdraw(Session session, ArticleRow row)
    {
        if (!row.ShowsResult)
            return;
        Leave(session, row);
        targets.Change(StanceTables.Of(session, row.Id), []);
        StanceTables.Delete(session, row.Id);
        ReviewTables.Withdraw(session, row.Name);
    }

    private static void Leave(Session session, ArticleRow row)
    {
        if (row.Status == ArticleRow.Succeeded && ItemOf(session, row.Id).Work is { } work)
            EditionTables.Leave(session, work);
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
