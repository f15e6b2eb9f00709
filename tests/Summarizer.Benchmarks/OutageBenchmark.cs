using System.Globalization;
using Summarizer.Tests.LanguageModel;

namespace Summarizer.Benchmarks;

/// <summary>Minutes of 503 while articles come in, then health: how soon after it the last of them is done.</summary>
internal static class OutageBenchmark
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    public static async Task<int> RunAsync(double minutes)
    {
        var isDown = true;
        await using var azurite = await ModelHost.StartStorageAsync(1);
        await using var model = await ModelTraffic.StartAsync(
            reply => Volatile.Read(ref isDown) ? ModelServerAnswer.Status(503) : reply.After(Latency));
        await using var host = await ModelHost.BuildAsync(azurite, 0, model);
        await host.StartAsync();
        var names = new List<string>();
        var started = TimeProvider.System.GetTimestamp();
        using (var pace = new PeriodicTimer(Pace))
        {
            do
            {
                names.Add($"{names.Count}.txt");
                await host.UploadAsync(names[^1], Material.PlainText(5_000, names.Count));
            }
            while (await pace.WaitForNextTickAsync() && TimeProvider.System.GetElapsedTime(started).TotalMinutes < minutes);
        }

        var refused = model.Calls;
        Volatile.Write(ref isDown, false);
        var recovered = TimeProvider.System.GetTimestamp();
        var through = await host.UntilThroughAsync(names, Limit);
        var took = TimeProvider.System.GetElapsedTime(recovered);
        var (succeeded, failed, missing) = await host.CountAsync(names);
        var end = through
            ? $"the last one done {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s after recovery"
            : $"not all done {Limit.TotalMinutes:0} minutes after recovery";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {minutes:0.##} minutes of 503, {refused} calls refused, {names.Count} articles in meanwhile
            results {succeeded}, failures {failed}, without either {missing}, articles billed twice {model.BilledTwice}
            {end} (at most {Promise.TotalSeconds:0} s)
            """));
        return through && took <= Promise && succeeded == names.Count ? 0 : 1;
    }
}
