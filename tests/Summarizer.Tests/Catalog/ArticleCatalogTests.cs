using Azure.Storage.Blobs.Models;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Removals;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Catalog;

public sealed class ArticleCatalogTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_article_s_way_costs_no_call_more_for_the_index()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await ListAsync(storage);
        await storage.PutAsync("a.txt", Articles.Text());
        storage.Counter.Clear();

        await storage.Processor.ProcessAsync("a.txt", Token);

        Assert.Equal(2, storage.Counter.Calls.Count);
    }

    [Fact]
    public async Task What_this_process_does_counts_at_once()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        Assert.Empty(await ListAsync(storage));

        await storage.PutAsync("a.txt", Articles.Text());
        Assert.Equal(("a.txt", ListStatus.Pending), Seen(Assert.Single(await ListAsync(storage))));
        await storage.Processor.ProcessAsync("a.txt", Token);
        Assert.Equal(("a.txt", ListStatus.Succeeded), Seen(Assert.Single(await ListAsync(storage))));
        await storage.PutAsync("a.txt", Articles.Text(2));
        Assert.Equal(("a.txt", ListStatus.Pending), Seen(Assert.Single(await ListAsync(storage))));
        await storage.Get<ArticleRemoval>().RemoveAsync("a.txt", WriteCondition.None);
        Assert.Empty(await ListAsync(storage));
    }

    [Fact]
    public async Task What_other_processes_do_is_found()
    {
        var account = azurite.NextAccount();
        await using var reader = await StorageDriver.StartAsync(account);
        await using var other = await StorageDriver.StartAsync(account);
        Assert.Empty(await ListAsync(reader));

        await other.PutAsync("a.txt", Articles.Text());
        await UntilAsync(reader, items => items is [{ Status: ListStatus.Pending }]);
        await other.Processor.ProcessAsync("a.txt", Token);
        await UntilAsync(reader, items => items is [{ Status: ListStatus.Succeeded }]);
        await other.Get<ArticleRemoval>().RemoveAsync("a.txt", WriteCondition.None);
        await UntilAsync(reader, items => items.Count == 0);
    }

    [Fact]
    public async Task Building_it_costs_the_same_calls_for_many_results_as_for_few()
    {
        var account = azurite.NextAccount();
        await using var writer = await StorageDriver.StartAsync(account);
        await Parallel.ForAsync(0, 300, Token, async (i, token)
            => await writer.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, token));
        await using var reader = await StorageDriver.StartAsync(account);

        var page = await reader.Get<ArticleCatalog>().ListAsync(ArticleQuery.All, 200, default, Token);

        // One listing of the articles, one of the results, one of the reviews and, as results stand without articles, one of the
        // tombstones.
        Assert.Equal(4, reader.Counter.Calls.Count);
        Assert.Equal(200, page.Items.Count);
        Assert.Equal(Results.Numbered(299).Name, page.Items[0].Name);
        Assert.Equal(
            await Stances(writer), await Stances(reader));

        static async Task<string> Stances(StorageDriver storage) => string.Join(
            '\n', (await storage.Get<ArticleCatalog>().StancesAsync(new ArticleQuery { Target = "derna" }, 1_000, default, Token)).Items);
    }

    [Fact]
    public async Task An_entry_that_was_lost_or_damaged_changes_nothing_and_is_written_anew_by_the_repair()
    {
        var account = azurite.NextAccount();
        await using var writer = await StorageDriver.StartAsync(account);
        for (var i = 0; i < 3; i++)
            await writer.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token);
        var blobs = writer.Account.Results;
        await blobs.GetBlobClient(ArticleName.ResultOf(Results.Numbered(0).Name))
            .SetMetadataAsync(new Dictionary<string, string>(), cancellationToken: Token);
        await blobs.GetBlobClient(ArticleName.ResultOf(Results.Numbered(1).Name)).SetMetadataAsync(
            new Dictionary<string, string> { ["articleetag"] = "0x1", ["item"] = "%%%", ["stances"] = "AAAA" }, cancellationToken: Token);
        await blobs.UploadBlobAsync("foreign.json", BinaryData.FromString("no result"), Token);

        Assert.Equal(3, (await FreshAsync(account)).Count);
        var repaired = await writer.Get<EntryRepair>().RunAsync(everything: false, _ => { }, Token);
        Assert.Equal((4, 2), repaired);
        Assert.Equal(3, (await FreshAsync(account)).Count);
        await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.Metadata, prefix: "20", cancellationToken: Token))
            Assert.NotNull(ResultListing.EntryOf(blob.Metadata));
    }

    [Fact]
    public async Task A_result_with_more_than_metadata_holds_is_shown_whole()
    {
        var account = azurite.NextAccount();
        await using var writer = await StorageDriver.StartAsync(account);
        var random = new Random(1);
        string Noise() => string.Concat(Enumerable.Range(0, 90).Select(_ => (char)random.Next('一', '鿿')));
        var many = Results.Of(Noise() + Noise(), 1, Noise() + Noise(), Noise(), null,
            [.. Enumerable.Range(0, 60).Select(_ => (Noise(), Stance.Against))]);
        Assert.True(await writer.Get<ResultStore>().TryWriteAsync(many, null, Token));
        await using var reader = await StorageDriver.StartAsync(account);

        var page = await reader.Get<ArticleCatalog>().StancesAsync(ArticleQuery.All, 100, default, Token);

        Assert.Equal(60, page.Items.Count);
        Assert.True(ResultStore.MetadataOf(many).Sum(m => m.Key.Length + m.Value.Length) <= 8_192);
    }

    [Fact]
    public async Task Entries_that_cannot_be_read_are_left_out_alone_and_their_articles_can_be_removed()
    {
        var account = azurite.NextAccount();
        await using var writer = await StorageDriver.StartAsync(account);
        for (var i = 0; i < 5; i++)
            await writer.Get<ResultStore>().TryWriteAsync(Results.Numbered(i), null, Token);
        string Name(int i) => Results.Numbered(i).Name;
        // An older result, from before titles were cleaned of noncharacters, and one that claims to be another's.
        await writer.Get<ResultStore>().TryWriteAsync(Results.Of("old.txt", 9, "Title\uFFFE of old"), null, Token);
        await SetAsync("copy.txt.json", "{}", ResultStore.MetadataOf(Results.Numbered(1) with { Status = ArticleStatus.Failed }));
        await SetAsync(ArticleName.ResultOf(Name(0)), "", []);
        await SetAsync(ArticleName.ResultOf(Name(2)), "{\"name\":null}", Metadata("null", "null"));
        await SetAsync(ArticleName.ResultOf("hostile.txt"), """{"name":"hostile.txt","stances":null}""", Metadata(
            """{"name":"hostile.txt","title":"\\ud800","status":"succeeded"}""", """{"work":null,"stances":[null]}"""));
        await SetAsync(ArticleName.ResultOf("numbers.txt"), "[]", Metadata("1", "[]"));
        string[] expected = [Name(4), Name(3), Name(1)];

        var items = await FreshAsync(account);

        Assert.Equal(["old.txt", .. expected], items.Select(i => i.Name));
        Assert.Equal(ListStatus.Succeeded, items.Single(i => i.Name == Name(1)).Status);
        var index = writer.Get<ArticleCatalog>();
        var found = await index.ListAsync(new ArticleQuery { Words = "title\uFFFE of old" }, 9, default, Token);
        Assert.Equal("old.txt", Assert.Single(found.Items).Name);
        foreach (var name in new[] { "old.txt", "hostile.txt", "numbers.txt" })
            Assert.Equal(RemovalOutcome.Removed, await writer.Get<ArticleRemoval>().RemoveAsync(name, WriteCondition.None));
        Assert.Equal(expected, (await FreshAsync(account)).Select(i => i.Name));
        Assert.Equal(expected, (await ListAsync(writer)).Select(i => i.Name));

        Dictionary<string, string> Metadata(string item, string stances) => new()
        {
            ["articleetag"] = "0x1",
            ["item"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(item)),
            ["stances"] = Packed(stances),
        };

        async Task SetAsync(string blob, string content, Dictionary<string, string> metadata)
            => await writer.Account.Results.GetBlobClient(blob).UploadAsync(
                BinaryData.FromString(content), new BlobUploadOptions { Metadata = metadata }, Token);
    }

    [Fact]
    public async Task A_name_that_metadata_cannot_hold_is_shown_all_the_same()
    {
        var account = azurite.NextAccount();
        await using var storage = await StorageDriver.StartAsync(account);
        var name = string.Concat(Enumerable.Repeat("\uD83D\uDE00", 510)) + ".txt";
        await storage.PutAsync(name, Articles.Text());

        Assert.Equal(ProcessingOutcome.Succeeded, await storage.Processor.ProcessAsync(name, Token));

        Assert.Equal(name, Assert.Single(await FreshAsync(account)).Name);
    }

    private static string Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(json));
        return Convert.ToBase64String(packed.ToArray());
    }

    private static async Task<IReadOnlyList<ArticleItem>> ListAsync(StorageDriver storage)
        => (await storage.Get<ArticleCatalog>().ListAsync(ArticleQuery.All, 200, default, Token)).Items;

    private static async Task<IReadOnlyList<ArticleItem>> FreshAsync(string account)
    {
        await using var storage = await StorageDriver.StartAsync(account);
        return await ListAsync(storage);
    }

    private static Task<IReadOnlyList<ArticleItem>> UntilAsync(StorageDriver storage, Func<IReadOnlyList<ArticleItem>, bool> seen)
        => Wait.UntilAsync(() => ListAsync(storage), seen);

    private static (string, ListStatus) Seen(ArticleItem item) => (item.Name, item.Status);
}
