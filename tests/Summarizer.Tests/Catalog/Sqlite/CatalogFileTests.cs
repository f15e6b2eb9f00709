using Microsoft.Data.Sqlite;
using Summarizer.Catalog.Sqlite;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Catalog.Sqlite;

/// <summary>Whose file it is, and what becomes of one that is none.</summary>
public sealed class CatalogFileTests : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1:1/a");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Two_on_one_folder_have_a_file_each_and_the_next_start_finds_the_first_again()
    {
        using var first = CatalogFile.Take(folder.Path, "account", Address);
        using (var second = CatalogFile.Take(folder.Path, "account", Address))
            Assert.NotEqual(first.Path, second.Path);
        using var other = CatalogFile.Take(folder.Path, "account", new Uri("http://127.0.0.1:2/a"));

        first.Dispose();
        using var again = CatalogFile.Take(folder.Path, "account", Address);

        Assert.Equal(first.Path, again.Path);
        Assert.NotEqual(first.Path, other.Path);
    }

    [Fact]
    public void What_was_written_is_there_again()
    {
        using var file = CatalogFile.Take(folder.Path, "account", Address);
        using (var catalog = new CatalogDriver(CatalogDatabase.Open(file)))
            catalog.Put(Results.Of("a.txt", 1, stances: ("Derna", Stance.Favor)));

        using var again = new CatalogDriver(CatalogDatabase.Open(file));

        Assert.Equal("Derna", again.Page(new() { Words = "indifferent", Target = "derna" }).Items.Single().Stances.Single().Target);
    }

    [Theory]
    [InlineData("no database at all, but a text that is as long as a header would have to be, and longer, and longer yet ……")]
    [InlineData("")]
    [InlineData("SQLite format 3")]
    public void What_is_no_database_is_thrown_away(string content)
    {
        using var file = CatalogFile.Take(folder.Path, "account", Address);
        File.WriteAllText(file.Path!, content);

        using var catalog = new CatalogDriver(CatalogDatabase.Open(file));

        catalog.Put(Results.Of("a.txt"));
        Assert.Single(catalog.Names(new()));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 999999")]
    [InlineData("PRAGMA application_id = 1")]
    public void Another_version_and_another_programs_file_are_made_anew(string change)
    {
        using var file = CatalogFile.Take(folder.Path, "account", Address);
        using (var catalog = new CatalogDriver(CatalogDatabase.Open(file)))
        {
            catalog.Put(Results.Of("old.txt"));
            catalog.Database.ReadNow(s => s.Run(change));
        }

        using var anew = new CatalogDriver(CatalogDatabase.Open(file));

        Assert.Empty(anew.Names(new()));
        anew.Put(Results.Of("a.txt"));
        Assert.Single(anew.Names(new()));
    }

    [Fact]
    public void A_transaction_that_fails_leaves_nothing_behind()
    {
        using var file = CatalogFile.Take(folder.Path, "account", Address);
        using var database = CatalogDatabase.Open(file);

        Assert.Throws<SqliteException>(() => database.Write(s => s.Run(Sql.PutStranger, ("$blob", "a"), ("$etag", "1"))
            + s.Run("INSERT INTO strangers(blob, etag) VALUES('a', '2')")));

        Assert.Null(database.ReadNow(s => s.Value(Sql.StrangerVersion, ("$blob", "a"))));
        database.Write(s => s.Run(Sql.PutStranger, ("$blob", "a"), ("$etag", "3")));
        Assert.Equal("3", database.ReadNow(s => s.Value(Sql.StrangerVersion, ("$blob", "a"))));
    }

    [Fact]
    public async Task A_question_that_nobody_waits_for_is_ended()
    {
        using var file = CatalogFile.Take(folder.Path, "account", Address);
        using var database = CatalogDatabase.Open(file);
        using var leaving = new CancellationTokenSource();

        var question = Task.Run(
            () => database.ReadAsync(
                s =>
                {
                    leaving.CancelAfter(50);
                    return s.Number("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n");
                },
                leaving.Token),
            TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
        Assert.Equal(0, await database.ReadAsync(s => s.Number(Sql.UnreadCount), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_takes_no_file_means_memory_and_says_so()
    {
        var taken = folder.Write("file", []);

        using var file = CatalogFile.Take(taken, "account", Address);

        Assert.Null(file.Path);
        Assert.Contains("Catalog__Folder", file.Problem, StringComparison.Ordinal);
        Assert.Null(CatalogFile.Take("memory", "account", Address).Problem);
        using var catalog = new CatalogDriver(CatalogDatabase.Open(file));
        catalog.Put(Results.Of("a.txt"));
        Assert.Single(catalog.Names(new()));
    }

    public void Dispose() => folder.Dispose();
}
