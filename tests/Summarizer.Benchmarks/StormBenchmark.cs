using System.Globalization;
using Summarizer.Tests.LanguageModel;

namespace Summarizer.Benchmarks;

/// <summary>
/// Two minutes of a model that throttles, errs, hangs and breaks off: whether every article ends in a result, and at what
/// price.
/// </summary>
internal static class StormBenchmark
{
    private const int Articles = 300;
    private const int Parallel = 16;
    private const int Seed = 20261120;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);

    /// <summary>A hung call is given up after this; the default of 100 s would only make the run longer.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>How long after the storm the last article may take before it counts as lost.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync()
    {
        var weather = new Weather(new Random(Seed));
        await using var azurite = await ModelHost.StartStorageAsync(1);
        await using var model = await ModelTraffic.StartAsync(weather.Change);
        await using var host = await ModelHost.BuildAsync(
            azurite,
            0,
            model,
            new("Articles:Parallel", Parallel.ToString(CultureInfo.InvariantCulture)),
            new("OpenAI:TimeoutSeconds", Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        await host.StartAsync();
        string[] names = [.. Enumerable.Range(0, Articles).Select(i => $"{i}.txt")];
        using (var pace = new PeriodicTimer(Length / Articles))
        {
            for (var i = 0; i < Articles && await pace.WaitForNextTickAsync(); i++)
                await host.UploadAsync(names[i], Material.PlainText(5_000, i));
        }

        var ended = TimeProvider.System.GetTimestamp();
        var through = await host.UntilThroughAsync(names, Limit);
        var late = TimeProvider.System.GetElapsedTime(ended);
        var (succeeded, failed, missing) = await host.CountAsync(names);
        var end = through
            ? $"the last one {late.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s after the last upload"
            : $"not all through {Limit.TotalMinutes:0} minutes after the last upload";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Articles} articles over {Length.TotalMinutes:0} minutes, {Parallel} in parallel, {model.Calls} calls: {weather}
            results {succeeded}, failures {failed}, without either {missing}; {end}
            replies that went out whole {model.Billed}, articles billed twice {model.BilledTwice}
            """));
        return succeeded == Articles && model.BilledTwice == 0 ? 0 : 1;
    }

    /// <summary>Draws what becomes of each call, and counts it.</summary>
    private sealed class Weather(Random chance)
    {
        private readonly Lock gate = new();
        private int answered, throttled, erred, hung, cut;

        public ModelServerAnswer Change(ModelServerAnswer reply)
        {
            lock (gate)
            {
                switch (chance.Next(100))
                {
                    case < 30:
                        throttled++;
                        return ModelServerAnswer.Status(429).With("retry-after", "2");
                    case < 35:
                        erred++;
                        return ModelServerAnswer.Status(500);
                    case < 37:
                        hung++;
                        return ModelServerAnswer.Hang();
                    case < 39:
                        cut++;
                        return reply.After(Latency).CutMidBody();
                    default:
                        answered++;
                        return reply.After(Latency);
                }
            }
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{answered} answered, {throttled} throttled (retry-after 2), {erred} with 500, {hung} hung, {cut} cut mid-body");
    }
}
