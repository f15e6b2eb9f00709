using Summarizer.Catalog;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;
using Summarizer.Catalog.Writing;
using Summarizer.Storage.Entries;

namespace Summarizer.Tests.Catalog;

/// <summary>The database of a catalog with its writer's parts, without containers and without a background.</summary>
internal sealed class CatalogDriver : IDisposable
{
    /// <summary>As many changes as one transaction of the writer takes.</summary>
    private const int Batch = 400;

    private readonly CatalogDatabase database;
    private readonly TargetTables tables;
    private readonly WorkApplier applier;

    public CatalogDriver()
        : this(CatalogDatabase.Open(CatalogFile.InMemory()))
    {
    }

    /// <summary>Takes up what is in the database.</summary>
    public CatalogDriver(CatalogDatabase database)
    {
        this.database = database;
        tables = new TargetTables(Shared);
        database.ReadNow(session =>
        {
            tables.Load(session, CancellationToken.None);
            return 0;
        });
        applier = new WorkApplier(
            new ArticleTables(tables), _ => false, (name, reason) => throw new InvalidOperationException(name, reason));
    }

    public SharedTargets Shared { get; } = new();

    public CatalogDatabase Database => database;

    /// <summary>Names of targets that are known, those included that stand for others.</summary>
    public int NameCount => Shared.Use(t => t.Names);

    public void Put(params ArticleResult[] results)
        => Apply([.. results.Select(r => new CatalogWork.Result(r.Name, "e", ResultEntry.From(r), r.Article?.Text))]);

    public void PutPending(string name) => Apply(new CatalogWork.Upload(name, "newer"));

    public void Remove(params string[] names) => Apply(
        [
            .. names.SelectMany(
                IEnumerable<CatalogWork> (n) => [new CatalogWork.Upload(n, null), new CatalogWork.Result(n, null, null, null)]),
        ]);

    public void Apply(params CatalogWork[] work)
    {
        foreach (var batch in work.Chunk(Batch))
        {
            database.Write(session =>
            {
                foreach (var change in batch)
                    applier.Apply(session, change);
                tables.Save(session);
                return 0;
            });
        }
    }

    public ListPage Page(ArticleQuery query, int limit = 200, ListCursor cursor = default, ArticleSort? sort = null)
    {
        var asked = PreparedQuery.Prepare(Shared, query);
        var known = new QueryCache(TimeProvider.System).At(database.Version);
        return database.ReadNow(s => ArticleLists.Page(known, true, s, asked, limit, cursor, ArticleLists.OrderOf(asked, sort)));
    }

    /// <summary>The names of all articles requested, page by page.</summary>
    public IReadOnlyList<string> Names(ArticleQuery query, int limit = 200, ArticleSort? sort = null)
    {
        var (names, cursor) = (new List<string>(), default(ListCursor));
        while (true)
        {
            var page = Page(query, limit, cursor, sort);
            names.AddRange(page.Items.Select(i => i.Name));
            if (page.Cursor is null)
            {
                Assert.Equal(page.Total, names.Count);
                return names;
            }

            Assert.True(ListCursor.TryParse(page.Cursor, out cursor));
        }
    }

    public TargetPage TargetPage(TargetQuery query, int limit, TargetCursor cursor)
        => Shared.Use(targets => TargetLists.Page(targets, query, limit, cursor));

    public void Dispose() => database.Dispose();
}
