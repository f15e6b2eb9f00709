using System.Diagnostics;
using System.Globalization;
using Summarizer.Host.Azurite;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>
/// Several Hosts on one storage account: who did what, and how much was done twice; in peace, and with one killed in the
/// middle.
/// </summary>
internal static class ShareBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Twice what a host needs to see a change of the others: what is done twice would be done by then.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(int hosts, int articles)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var drops = await Drops.OpenAsync(azurite.ConnectionString);
        await drops.PutAsync("first", 0, 20);
        var running = new List<HostProcess>();
        try
        {
            for (var i = 0; i < hosts; i++)
                running.Add(await HostProcess.StartAsync(azurite.ConnectionString));
            await UntilAsync(() => running.All(h => h.Sharing == hosts));

            var right = await RoundAsync("all live", drops, "peace", running, articles, null);
            if (hosts > 1)
                right &= await RoundAsync("one killed in the middle", drops, "war", running, articles, running[^1]);
            return right ? 0 : 1;
        }
        finally
        {
            foreach (var host in running)
                host.Dispose();
        }
    }

    private static async Task<bool> RoundAsync(
        string title, Drops drops, string folder, List<HostProcess> hosts, int articles, HostProcess? victim)
    {
        var started = Stopwatch.GetTimestamp();
        var killed = 0L;
        var dropping = drops.PutAsync(folder, 0, articles);
        if (victim is not null)
        {
            await UntilAsync(() => Of(victim, folder).Count() >= articles / hosts.Count / 4);
            victim.Kill();
            killed = Stopwatch.GetTimestamp();
        }

        await dropping;
        await drops.UntilDoneAsync(folder, articles, Patience);
        var (took, sinceKill) = (Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(killed));
        await Task.Delay(Aftermath);

        var shares = hosts.Select(h => Of(h, folder).Count()).ToArray();
        var twice = hosts.SelectMany(h => Of(h, folder)).GroupBy(name => name).Count(g => g.Count() > 1);
        var (missing, wrong) = await drops.CheckAsync(Enumerable.Range(0, articles).Select(i => ($"{folder}/{i}.txt", i)));
        Say($"{title}: {articles - missing:N0} results of {articles:N0} articles, {wrong} wrong; in {took.TotalSeconds:0.0} s");
        Say($"  done by each host: {string.Join(" + ", shares)} = {shares.Sum()}; articles done more than once: {twice}");
        if (victim is not null)
            Say($"  the last host was killed; {sinceKill.TotalSeconds:0.0} s later every article had its result");
        foreach (var complaint in hosts.SelectMany(h => h.Complaints).Distinct().Take(5))
            Say($"  a host said: {complaint}");
        return missing == 0 && wrong == 0;
    }

    private static IEnumerable<string> Of(HostProcess host, string folder)
        => host.Ended.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
