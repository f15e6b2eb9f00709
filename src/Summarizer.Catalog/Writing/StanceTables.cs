using System.Text.Json;
using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Reviews;

namespace Summarizer.Catalog.Writing;

/// <summary>The stances of one article in the database.</summary>
internal static class StanceTables
{
    public static List<StanceEntry> Of(Session session, long article) => session.Rows(Sql.Stances, Read, ("$article", article));

    /// <summary>The numbers of the names of an article's targets, each once.</summary>
    public static IEnumerable<long> NamesOf(Session session, long article)
        => session.Rows(Sql.Stances, row => row.GetInt64(8), ("$article", article)).Distinct();

    public static void Delete(Session session, long article) => session.Run(Sql.DeleteStances, ("$article", article));

    public static void Add(
        Session session, long article, PreparedEntry entry, IReadOnlyList<ReviewedStance> stances, (long Name, long Target)[] about)
    {
        for (var i = 0; i < about.Length; i++)
        {
            var tag = stances[i].Stance;
            session.Run(
                Sql.AddStance, ("$article", article), ("$place", i), ("$name", about[i].Name), ("$target", about[i].Target),
                ("$stance", (int)tag.Stance), ("$author", tag.Holder == StanceTag.Author ? 1 : 0), ("$confidence", tag.Confidence),
                ("$verdict", ReviewTables.VerdictOf(stances[i])), ("$publisher_key", entry.PublisherKey),
                ("$published", entry.Published), ("$named", tag.Target),
                ("$type", (int)tag.Type), ("$mentions", tag.Mentions),
                ("$aliases", JsonSerializer.Serialize(tag.Aliases, StorageJson.Compact.IReadOnlyListString)), ("$holder", tag.Holder),
                ("$quote", tag.Quote));
        }
    }

    /// <summary>Reads a row of <see cref="Sql.Stances"/>.</summary>
    public static StanceEntry Read(SqliteDataReader row) => new(
        row.GetString(0), (TargetType)row.GetInt32(1), row.GetInt32(2),
        row.GetString(3) is "[]" or "" ? [] : JsonSerializer.Deserialize(row.GetString(3), StorageJson.Compact.IReadOnlyListString) ?? [],
        row.GetString(4), (Stance)row.GetInt32(5), row.GetDouble(6), row.IsDBNull(7) ? null : row.GetString(7));
}
