using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host;
using Summarizer.Host.Azurite;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>
/// The Host under load for minutes: articles come, are read over HTTP and go, sixteen at a time. What the process holds
/// must not grow.
/// </summary>
internal static class SoakBenchmark
{
    private const int Parallel = 16;
    private const int ArticleBytes = 5_000;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    /// <param name="minutes">How long, 1 to 600.</param>
    /// <param name="perSecond">Articles a second at most, so that others can use the machine; null for as many as go.</param>
    public static async Task<int> RunAsync(int minutes, int? perSecond)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var app = HostApplication.Build(
        [
            new(StorageNames.Connection, azurite.ConnectionString),
            new("Articles:Parallel", Parallel.ToString(CultureInfo.InvariantCulture)),
        ]);
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        Console.WriteLine(
            $"{Parallel} articles of {ArticleBytes:N0} bytes at a time, "
            + $"at most {perSecond?.ToString(CultureInfo.InvariantCulture) ?? "any number"} a second");
        Console.WriteLine("minute   articles   failures   working set MB   GC heap MB   handles   threads");
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes) + Settle);
        var load = new SoakLoad(client, perSecond, ArticleBytes);
        var workers = Enumerable.Range(0, Parallel).Select(i => load.RunAsync(i, Parallel, end.Token)).ToList();
        for (var minute = 1; minute <= minutes; minute++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1));
            if (minute is 1 or 5 || minute % 10 == 0 || minute == minutes)
                Report(minute, load);
        }

        await Task.WhenAll(workers);
        await app.StopAsync();
        return load.Failures == 0 ? 0 : 1;
    }

    /// <summary>The heap after a full collection: what is still held, and not what waits to be swept.</summary>
    private static void Report(int minute, SoakLoad load)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{minute,6} {load.Articles,10:N0} {load.Failures,10:N0} {process.WorkingSet64 / 1e6,16:0.0} {heap / 1e6,12:0.0} "
                + $"{process.HandleCount,9} {process.Threads.Count,9}"));
    }
}
