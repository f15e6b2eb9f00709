using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host.Azurite;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>
/// Storage to storage, against a bare loop that copies the same blobs with the same client and parallelism in the same
/// run.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Rounds = 7;

    /// <summary>Until the runtime has compiled the hot paths for good.</summary>
    private const int WarmUps = 4;

    private const int ArticlesARound = 300;
    private const int ArticleBytes = 5_000;
    private const int Parallel = 16;

    public static async Task<int> RunAsync()
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var services = BenchmarkServices.Build(azurite.ConnectionString);
        var account = services.GetRequiredService<StorageAccount>();
        var processor = services.GetRequiredService<ArticlePipeline>();
        var articles = services.GetRequiredService<ArticleStore>();
        await account.EnsureCreatedAsync(CancellationToken.None);
        var copies = account.Articles.GetParentBlobServiceClient().GetBlobContainerClient("copies");
        await copies.CreateIfNotExistsAsync();

        List<double> ratios = [], bare = [], pipeline = [];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            string[] names = [.. Enumerable.Range(0, ArticlesARound).Select(i => $"{round}/{i}.txt")];
            await EachAsync(names, async (name, i) => await articles.WriteAsync(name, Material.PlainText(ArticleBytes, i), null, default));

            double copied = 0, processed = 0;
            // In turns, so that a drift of the machine meets both.
            foreach (var first in (round & 1) == 0 ? new[] { true, false } : [false, true])
            {
                if (first)
                    copied = await EachAsync(names, (name, _) => CopyAsync(account.Articles, copies, name));
                else
                    processed = await EachAsync(names, async (name, _) => await processor.ProcessAsync(name, default));
            }

            if (round < 0)
                continue; // Warm-up.
            ratios.Add(processed / copied);
            bare.Add(copied);
            pipeline.Add(processed);
        }

        var ordered = ratios.Order().Select(r => r.ToString("0.00", CultureInfo.InvariantCulture));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Rounds} rounds of {ArticlesARound} articles of {ArticleBytes:N0} bytes, {Parallel} in parallel, Azurite in memory, medians
            bare read and write   {Figures.Median(bare),8:0} articles/s
            pipeline              {Figures.Median(pipeline),8:0} articles/s
            ratio                 {Figures.Median(ratios),8:0.00} (rounds {string.Join(", ", ordered)})
            """));
        return 0;
    }

    private static async Task CopyAsync(BlobContainerClient from, BlobContainerClient to, string name)
    {
        BlobDownloadResult content = await from.GetBlobClient(name).DownloadContentAsync();
        await to.GetBlobClient(name).UploadAsync(
            content.Content,
            new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
    }

    /// <summary>Articles a second.</summary>
    private static async Task<double> EachAsync(string[] names, Func<string, int, Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await System.Threading.Tasks.Parallel.ForAsync(
            0, names.Length, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (i, _) => await action(names[i], i));
        return names.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
