using Summarizer.Catalog.Search;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;
using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Writing;

/// <summary>Keeps the tables of names and targets in line with the index of targets, and counts that index at a start.</summary>
internal sealed class TargetTables(SharedTargets targets)
{
    private long lastName;
    private long lastTarget;

    /// <summary>Counts what the database has; linear in its stances.</summary>
    public void Load(Session session, CancellationToken cancellationToken)
    {
        var counted = new TargetIndex();
        var (tags, article) = (new List<StanceEntry>(), 0L);
        session.Each(Sql.AllStances, row =>
        {
            if (row.GetInt64(9) != article)
            {
                cancellationToken.ThrowIfCancellationRequested();
                counted.Load(tags);
                tags.Clear();
                article = row.GetInt64(9);
            }

            tags.Add(StanceTables.Read(row));
        });
        counted.Load(tags);

        var names = new Dictionary<TargetName, (long, long)>();
        session.Each(
            Sql.Names,
            row => names[new TargetName(row.GetString(1), (TargetType)row.GetInt32(2))] = (row.GetInt64(0), row.GetInt64(3)));
        var saved = new Dictionary<long, (string, int)>();
        session.Each(Sql.Targets, row => saved[row.GetInt64(0)] = (row.GetString(1), row.GetInt32(2)));
        counted.EndLoading(names, saved);
        (lastName, lastTarget) = (session.Number(Sql.LastName), session.Number(Sql.LastTarget));
        targets.Replace(counted);
    }

    /// <summary>Takes an article's tags out and others in.</summary>
    /// <returns>For each tag put in the numbers of its name and of its target.</returns>
    public (long Name, long Target)[] Change(IReadOnlyList<StanceEntry> before, IReadOnlyList<StanceEntry> after)
        => targets.Use(index => index.Change(before, after).Select(n => (RowOf(n), RowOf(n.Group!))).ToArray());

    /// <summary>Writes what changed since the last time, after the stances of all changed articles were written.</summary>
    public void Save(Session session)
    {
        var (changes, moved) = targets.Use(index =>
        {
            var taken = index.Take();
            return (taken, taken.Moved.Select(n => (n.Name, Row: RowOf(n), Target: RowOf(n.Group!))).ToArray());
        });
        foreach (var node in changes.Gone.Where(n => n.Row > 0))
            session.Run(Sql.DeleteName, ("$id", node.Row));
        foreach (var (name, row, target) in moved)
        {
            session.Run(Sql.PutName, ("$id", row), ("$key", name.Key), ("$type", (int)name.Type), ("$target", target));
            session.Run(Sql.MoveStances, ("$target", target), ("$name", row));
        }

        foreach (var group in changes.Parted)
        {
            var articles = (int)session.Number(Sql.CountArticles, ("$target", RowOf(group)));
            targets.Use(index =>
            {
                index.SetArticles(group, articles);
                return articles;
            });
        }

        foreach (var group in changes.Changed.Concat(changes.Parted).Distinct())
            Save(session, group);
    }

    private void Save(Session session, TargetGroup group)
    {
        var row = targets.Use(
            _ => new { Row = RowOf(group), group.Id, group.Articles, Name = group.Articles > 0 ? group.Name : "", group.Type });
        if (row.Articles <= 0)
        {
            session.Run(Sql.DeleteTarget, ("$id", row.Row));
            session.Run(Sql.DeleteTargetWords, ("$id", row.Row));
            return;
        }

        var before = (string?)session.Value(Sql.TargetName, ("$id", row.Row));
        session.Run(Sql.DeleteOtherTarget, ("$ident", row.Id), ("$id", row.Row));
        session.Run(
            Sql.PutTarget, ("$id", row.Row), ("$ident", row.Id), ("$name", row.Name), ("$type", (int)row.Type),
            ("$articles", row.Articles));
        if (before == row.Name)
            return;
        session.Run(Sql.DeleteTargetWords, ("$id", row.Row));
        foreach (var word in WordSplitter.Split(row.Name))
            session.Run(Sql.AddTargetWord, ("$word", word.Token), ("$target", row.Row));
    }

    private long RowOf(TargetNode node) => node.Row > 0 ? node.Row : node.Row = ++lastName;

    private long RowOf(TargetGroup group) => group.Row > 0 ? group.Row : group.Row = ++lastTarget;
}
