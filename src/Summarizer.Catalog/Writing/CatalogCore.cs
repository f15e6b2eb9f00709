using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;

namespace Summarizer.Catalog.Writing;

/// <summary>One database with its writer and its targets; replaced as a whole when the file turns out damaged or full.</summary>
internal sealed class CatalogCore : IAsyncDisposable
{
    private const string Listed = "listed";

    private CatalogCore(CatalogFile file, CatalogDatabase database) => (File, Database) = (file, database);

    public CatalogFile File { get; }

    public CatalogDatabase Database { get; }

    public SharedTargets Targets { get; } = new();

    public CatalogWriter Writer { get; private set; } = null!;

    /// <summary>Whether a listing was taken over whole, in this process or before it.</summary>
    public bool IsKnown { get; private set; }

    /// <param name="file">The file, or memory.</param>
    /// <param name="start">Makes the writer.</param>
    /// <exception cref="SqliteException">The file can neither be opened nor made anew.</exception>
    public static async Task<CatalogCore> OpenAsync(CatalogFile file, Func<CatalogCore, CatalogWriter> start)
    {
        var database = CatalogDatabase.Open(file);
        var core = new CatalogCore(file, database)
        {
            IsKnown = await database.ReadAsync(s => s.Value(Sql.Fact, ("$key", Listed)) is not null, CancellationToken.None)
                .ConfigureAwait(false),
        };
        core.Writer = start(core);
        return core;
    }

    /// <summary>Notes that a listing was taken over whole.</summary>
    public void Know()
    {
        if (IsKnown)
            return;
        Database.Write(s => s.Run(Sql.SetFact, ("$key", Listed), ("$value", 1)) + s.Run(Sql.Optimize));
        IsKnown = true;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync().ConfigureAwait(false);
        Database.Dispose();
    }
}
