using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host;
using Summarizer.Host.Azurite;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;

namespace Summarizer.Benchmarks;

/// <summary>How soon the API answers over many results: over HTTP with 10,000.</summary>
internal static class ApiBenchmark
{
    private const int Stored = 10_000;
    private const int PerSecond = 50;
    private const int Seconds = 20;

    private static readonly string[] Addresses =
    [
        "/api/articles",
        "/api/articles?q=siege%20ferry",
        "/api/articles?target=derna&stance=against",
        "/api/articles?publisher=Publisher%207&from=2018-01-01",
        "/api/articles?status=succeeded&limit=200",
        "/api/stances?target=Egypt",
        "/api/targets?q=un",
    ];

    public static async Task<int> RunAsync()
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await SeedAsync(azurite.ConnectionString);
        await using var app = HostApplication.Build([new(StorageNames.Connection, azurite.ConnectionString)]);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var started = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri("/api/articles", UriKind.Relative));
        Say($"first answer over {Stored:N0} results, the index being built: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
        foreach (var address in Addresses)
            await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

        double[] times = await LoadAsync(client);
        Array.Sort(times);
        var (median, p99) = (times[times.Length / 2], times[(int)(times.Length * 0.99)]);
        Say($"{PerSecond} requests/s for {Seconds} s: median {median:0.0} ms, p99 {p99:0.0} ms, longest {times[^1]:0.0} ms");
        await app.StopAsync();
        return 0;
    }

    /// <summary>Each request sets out when its time has come, whether or not those before it are back; waiting counts.</summary>
    private static async Task<double[]> LoadAsync(HttpClient client)
    {
        var requests = new List<Task<double>>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1d / PerSecond));
        for (var i = 0; i < PerSecond * Seconds; i++)
        {
            await timer.WaitForNextTickAsync();
            requests.Add(TimeAsync(client, Addresses[i % Addresses.Length]));
        }

        return await Task.WhenAll(requests);
    }

    private static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var started = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task SeedAsync(string connection)
    {
        await using var services = BenchmarkServices.Build(connection);
        await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        var results = services.GetRequiredService<ResultStore>();
        await Parallel.ForAsync(0, Stored, async (i, token) => await results.TryWriteAsync(Results.Numbered(i), null, token));
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
