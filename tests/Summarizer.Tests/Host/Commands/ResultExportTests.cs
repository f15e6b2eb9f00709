using System.Text.Json;
using Summarizer.Host.Commands;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Commands;

public sealed class ResultExportTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_result_is_one_line_of_each_file()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var token = TestContext.Current.CancellationToken;
        for (var i = 0; i < 70; i++)
            await storage.Get<ResultStore>().TryWriteAsync(Tests.Catalog.Results.Numbered(i), null, token);
        await storage.Account.Results.UploadBlobAsync("foreign.json", BinaryData.FromString("no result"), token);
        var verdict = new ReviewVerdict { Kind = ReviewKind.Summary, Quote = "q", Judgement = Judgement.Rejected, Reviewer = "anna" };
        await storage.Get<ReviewStore>().TryWriteAsync("a.txt", new Review { Name = "a.txt", Verdicts = [verdict] }, null, token);
        await storage.Account.Reviews.UploadBlobAsync("foreign.json", BinaryData.FromString("no review"), token);
        var folder = Directory.CreateTempSubdirectory();

        var export = new ResultExport(storage.Get<ResultStore>(), storage.Get<ReviewStore>());
        var count = await export.WriteAsync(folder.FullName, _ => { }, token);

        Assert.Equal(70, count);
        var names = File.ReadLines(Path.Combine(folder.FullName, "results.jsonl"))
            .Select(line => JsonElement.Parse(line).GetProperty("name").GetString()!);
        var expected = Enumerable.Range(0, 70).Select(Tests.Catalog.Results.Numbered).ToArray();
        Assert.Equal(expected.Select(r => r.Name).Order(StringComparer.Ordinal), names);
        Assert.Equal(71, File.ReadLines(Path.Combine(folder.FullName, "results.csv")).Count());
        Assert.Equal(1 + expected.Sum(r => r.Stances.Count), File.ReadLines(Path.Combine(folder.FullName, "stances.csv")).Count());
        var review = Assert.Single(File.ReadLines(Path.Combine(folder.FullName, "reviews.jsonl")));
        Assert.Equal("anna", JsonElement.Parse(review).GetProperty("verdicts")[0].GetProperty("reviewer").GetString());
        Assert.Equal(4, folder.GetFiles().Length);
        folder.Delete(recursive: true);
    }
}
