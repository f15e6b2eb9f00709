using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host.Azurite;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>What one more article costs as the containers grow, and what the watcher's listing costs.</summary>
internal static class GrowthBenchmark
{
    private static readonly int[] Sizes = [0, 1_000, 5_000, 10_000];
    private const int Probes = 200;

    public static async Task<int> RunAsync()
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var services = BenchmarkServices.Build(azurite.ConnectionString);
        await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        var processor = services.GetRequiredService<ArticlePipeline>();
        var articles = services.GetRequiredService<ArticleStore>();

        Console.WriteLine("articles stored   median ms an article   listing ms");
        var stored = 0;
        foreach (var size in Sizes)
        {
            await Parallel.ForAsync(stored, size, async (i, token) =>
            {
                await articles.WriteAsync($"old/{i}.txt", Material.PlainText(2_000, i), null, token);
                await processor.ProcessAsync($"old/{i}.txt", token);
            });
            stored = Math.Max(stored, size);

            var times = new List<double>();
            for (var i = 0; i < Probes; i++)
            {
                await articles.WriteAsync($"new/{size}/{i}.txt", Material.PlainText(2_000, i), null, default);
                var started = Stopwatch.GetTimestamp();
                await processor.ProcessAsync($"new/{size}/{i}.txt", default);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            var listing = Stopwatch.GetTimestamp();
            await foreach (var _ in articles.ListAsync(default))
            {
                // Only the listing itself is measured.
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,15:N0} {Figures.Median(times),22:0.0} {Stopwatch.GetElapsedTime(listing).TotalMilliseconds,12:0}"));
        }

        return 0;
    }
}
