using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Summarizer.Catalog;
using Summarizer.Catalog.Sqlite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Catalog;

/// <summary>The catalog goes on from its file, whatever happened to that or to the storage, and ends up true to the containers.</summary>
public sealed class CatalogRestartTests(AzuriteFixture azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private (string Name, string Value) Folder => ("Catalog:Folder", folder.Path);

    [Fact]
    public async Task Texts_of_other_processes_are_read_in_the_background_and_the_answer_says_how_many()
    {
        var account = azurite.NextAccount();
        await using var writer = await StorageDriver.StartAsync(account);
        for (var i = 0; i < 5; i++)
            await writer.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token);
        // Its entry is right, and the document itself is not.
        await writer.Account.Results.GetBlobClient("corrupt.txt.json").UploadAsync(
            BinaryData.FromString("{"),
            new BlobUploadOptions { Metadata = ResultStore.MetadataOf(Results.Of("corrupt.txt")) }, Token);
        await using var reader = await StorageDriver.StartAsync(account);

        var page = await ReadAsync(reader);

        Assert.Equal((6, 1d), (page.Total, page.Coverage));
        var found = await reader.Get<ArticleCatalog>().ListAsync(new ArticleQuery { Words = "\"nobody here\"" }, 9, default, Token);
        Assert.Equal((5, 5), (found.Total, found.Items.Count(i => i.Snippet!.Marks.Count > 0)));
    }

    [Fact]
    public async Task A_start_goes_on_where_it_stopped_and_reads_only_what_changed()
    {
        var account = azurite.NextAccount();
        await using (var first = await StorageDriver.StartAsync(account, null, Folder))
        {
            for (var i = 0; i < 4; i++)
                await first.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token);
            Assert.Equal(4, (await ReadAsync(first)).Total);
        }

        await using (var other = await StorageDriver.StartAsync(account))
        {
            await other.Get<ResultStore>().TryWriteAsync(Results.Numbered(9), null, Token);
            await other.Account.Results.DeleteBlobAsync(ArticleName.ResultOf(Results.Numbered(0).Name), cancellationToken: Token);
        }

        await using var second = await StorageDriver.StartAsync(account, null, Folder);
        var page = await Wait.UntilAsync(() => ReadAsync(second), p => p.Items.Any(i => i.Name == Results.Numbered(9).Name));

        int[] left = [9, 3, 2, 1];
        Assert.Equal(left.Select(i => Results.Numbered(i).Name), page.Items.Select(i => i.Name));
        var reads = second.Counter.Calls.Where(c => c.Contains(".txt.json", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(reads);
        Assert.All(reads, c => Assert.Contains(Results.Numbered(9).Name, c, StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(folder.Path, "*.db"));
    }

    [Fact]
    public async Task Two_processes_on_one_folder_do_not_disturb_each_other()
    {
        var account = azurite.NextAccount();
        await using var left = await StorageDriver.StartAsync(account, null, Folder);
        await using var right = await StorageDriver.StartAsync(account, null, Folder);
        await Task.WhenAll(ReadAsync(left), ReadAsync(right));

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i
            => (i % 2 == 0 ? left : right).Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token)));

        foreach (var driver in new[] { left, right })
            Assert.Equal(40, (await Wait.UntilAsync(() => ReadAsync(driver), p => p.Total == 40)).Total);
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*.db").Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_096)]
    [InlineData(40_000)]
    public async Task A_damaged_file_is_made_anew(int from)
    {
        var account = azurite.NextAccount();
        await using (var first = await StorageDriver.StartAsync(account, null, Folder))
        {
            await ReadAsync(first);
            for (var i = 0; i < 30; i++)
                await first.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token);
            Assert.Equal(30, (await ReadAsync(first)).Total);
        }

        var path = Directory.GetFiles(folder.Path, "*.db").Single();
        var content = await File.ReadAllBytesAsync(path, Token);
        Assert.True(content.Length > from);
        content.AsSpan(from).Fill(0xA5);
        await File.WriteAllBytesAsync(path, content, Token);

        await using var second = await StorageDriver.StartAsync(account, null, Folder);
        var page = await Wait.UntilAsync(() => ReadAsync(second), p => p.Total == 30);
        var found = await second.Get<ArticleCatalog>().ListAsync(new ArticleQuery { Words = "nobody" }, 200, default, Token);

        Assert.Equal((30, 30), (page.Items.Count, found.Total));
        Assert.Null(second.Get<ArticleCatalog>().Problem);
    }

    [Fact]
    public async Task What_is_known_is_served_while_storage_is_unavailable_at_the_start()
    {
        var account = azurite.NextAccount();
        await using (var first = await StorageDriver.StartAsync(account, null, Folder))
        {
            await first.Get<ResultStore>().TryWriteAsync(Results.Numbered(1), null, Token);
            await ReadAsync(first);
        }

        using (var elsewhere = CatalogFile.Take(folder.Path, "a", new Uri("http://127.0.0.1:1/a/articles")))
            File.Move(Directory.GetFiles(folder.Path, "*.db").Single(), elsewhere.Path!);
        await using var app = Summarizer.Host.HostApplication.Build(
            [new(StorageNames.Connection, UnavailableStorage.Connection), new("Catalog:Folder", folder.Path)]);
        app.Urls.Add("http://127.0.0.1:0");
        Summarizer.Host.HostApplication.Map(app);
        await app.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var list = await client.GetStringAsync(new Uri("/api/articles?q=nobody", UriKind.Relative), Token);

        Assert.Contains(Results.Numbered(1).Name, list, StringComparison.Ordinal);
        await app.StopAsync(Token);
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_told_by_health_and_lists_work()
    {
        var taken = folder.Write("file", []);
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ("Catalog:Folder", taken));
        (await host.PutAsync("a.txt", Articles.Text())).Dispose();
        await host.EndOfAsync("a.txt");

        using var list = await host.GetAsync("/api/articles");
        using var health = await host.GetAsync("/api/health");

        Assert.Contains("a.txt", await list.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        var report = JsonElement.Parse(await health.Content.ReadAsStringAsync(Token));
        Assert.Equal("healthy", report.GetProperty("status").GetString());
        Assert.Contains("Catalog__Folder", report.GetProperty("notes").EnumerateArray().Single().GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_becomes_something_else_and_back_is_followed()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var (result, blob) = (Results.Of("a.txt", 1), storage.Account.Results.GetBlobClient("a.txt.json"));
        await storage.Get<ResultStore>().TryWriteAsync(result, null, Token);
        Assert.Equal(1, (await ReadAsync(storage)).Total);

        await blob.UploadAsync(BinaryData.FromString("no result"), overwrite: true, Token);
        await Wait.UntilAsync(() => ReadAsync(storage), p => p.Total == 0);
        await blob.UploadAsync(
            BinaryData.FromBytes(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(result, SummarizerJson.Readable.ArticleResult))),
            overwrite: true, Token);

        var page = await Wait.UntilAsync(() => ReadAsync(storage), p => p.Total == 1);
        Assert.Equal(ListStatus.Succeeded, page.Items.Single().Status);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The whole list, when all texts can be searched.</summary>
    private static Task<ListPage> ReadAsync(StorageDriver storage) => Wait.UntilAsync(
        () => storage.Get<ArticleCatalog>().ListAsync(ArticleQuery.All, 200, default, Token), p => p.Coverage == 1);
}
