using System.Collections.Concurrent;
using System.Globalization;
using Summarizer.Host.Azurite;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>SIGTERM at random moments under load: how long the Host takes to end, and whether anything is lost or paid for twice.</summary>
internal static class StopsBenchmark
{
    private const int Seed = 17;
    private const int ArticlesAStop = 40;

    /// <summary>Stops with the model behind the Host; fewer, as each waits for replies that are paid for.</summary>
    private const int ModelStops = 10;

    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(int count)
    {
        if (OperatingSystem.IsWindows())
        {
            await Console.Error.WriteLineAsync("stops needs SIGTERM, which Windows has not; press Ctrl+C in a running Host there.");
            return 2;
        }

        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var drops = await Drops.OpenAsync(azurite.ConnectionString);
        await drops.PutAsync("first", 0, 1);
        var right = await RunAsync("embedded engine", drops, "embedded", azurite.ConnectionString, count, []);

        await using var model = await SlowModel.StartAsync(Latency);
        right &= await RunAsync(
            $"model that answers after {Latency.TotalSeconds:0} s", drops, "model", azurite.ConnectionString, Math.Min(count, ModelStops),
            [("Engine", "openai"), ("OpenAI__Endpoint", model.Endpoint.ToString()), ("OpenAI__Model", "slow"),
                ("Articles__Parallel", "16")]);
        Say($"  calls of the model {model.Calls}, repeated {model.Repeated}");
        return right && model.Repeated == 0 ? 0 : 1;
    }

    private static async Task<bool> RunAsync(
        string title, Drops drops, string folder, string connection, int count, (string Name, string Value)[] settings)
    {
        var random = new Random(Seed);
        var (times, statuses, complaints) = (new List<double>(), new List<int>(), new HashSet<string>());
        var left = new ConcurrentQueue<(string Name, int Number)>();
        var number = 0;
        for (var stop = 0; stop < count; stop++)
        {
            for (var i = 0; i < ArticlesAStop; i++, number++)
                left.Enqueue(($"{folder}/{number}.txt", number));
            using var host = await HostProcess.StartAsync(connection, settings);
            using var enough = new CancellationTokenSource();
            var load = LoadAsync(drops, await host.AddressAsync(), left, enough.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 2_500)));
            var (status, took) = await host.TerminateAsync();
            await enough.CancelAsync();
            await load;
            times.Add(took.TotalMilliseconds);
            statuses.Add(status);
            complaints.UnionWith(host.Complaints);
        }

        using (var last = await HostProcess.StartAsync(connection, settings))
        {
            await LoadAsync(drops, await last.AddressAsync(), left, CancellationToken.None);
            await drops.UntilDoneAsync(folder, number, Patience);
            complaints.UnionWith(last.Complaints);
        }

        var (missing, wrong) = await drops.CheckAsync(Enumerable.Range(0, number).Select(i => ($"{folder}/{i}.txt", i)));
        var (median, ended) = (Figures.Median(times), string.Join(", ", statuses.Distinct()));
        Say($"{title}: {count} stops under load, longest {times.Max():0} ms, median {median:0} ms, exit statuses {ended}");
        Say($"  {number - missing:N0} results of {number:N0} articles, {wrong} wrong");
        foreach (var complaint in complaints.Take(5))
            Say($"  a host said: {complaint}");
        return missing == 0 && wrong == 0 && statuses.TrueForAll(s => s == 0);
    }

    /// <summary>Uploads over HTTP and straight into the container in turns; what the Host did not accept comes again.</summary>
    private static async Task LoadAsync(
        Drops drops, Uri address, ConcurrentQueue<(string Name, int Number)> left, CancellationToken enough)
    {
        using var client = new HttpClient { BaseAddress = address };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async worker =>
        {
            while (!enough.IsCancellationRequested && left.TryDequeue(out var article))
            {
                if (worker % 2 == 0)
                    await drops.PutAsync(article.Name, article.Number, CancellationToken.None);
                else if (!await IsAcceptedAsync(client, article.Name, article.Number))
                    left.Enqueue(article);
                await Task.Delay(TimeSpan.FromMilliseconds(40), CancellationToken.None);
            }
        }));
    }

    private static async Task<bool> IsAcceptedAsync(HttpClient client, string name, int number)
    {
        try
        {
            using var body = new ByteArrayContent(Drops.Content(number));
            using var answer = await client.PutAsync(new Uri($"/api/articles/{name}", UriKind.Relative), body);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // The Host has ended, or is about to.
            return false;
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
