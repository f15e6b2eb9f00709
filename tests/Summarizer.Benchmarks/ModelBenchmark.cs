using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host.Azurite;
using Summarizer.LanguageModel.Limits;
using Summarizer.Reading;

namespace Summarizer.Benchmarks;

/// <summary>
/// How near the model engine comes to what a model's latency allows, alone and storage to storage through the Host, and
/// what it sends.
/// </summary>
internal static class ModelBenchmark
{
    private const int Rounds = 3;
    private const int WarmUps = 2;
    private const int Articles = 200;
    private const int ArticleBytes = 5_000;
    private const int Parallel = 16;
    private const double MostTime = 1.25, MostTokens = 1.15;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync()
    {
        var ideal = Articles * Latency.TotalSeconds / Parallel;
        List<double> engine = [], host = [], bare = [], tokens = [];
        await using var azurite = await ModelHost.StartStorageAsync(WarmUps + Rounds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Articles} articles of {ArticleBytes:N0} bytes, a model that answers in {Latency.TotalMilliseconds:0} ms, {Parallel} in "
                + $"parallel: at best {ideal:0.00} s"));
        Console.WriteLine(
            "round   engine alone       bare read, call, write   through the Host   calls   tokens sent / (articles + fixed prompt)");
        for (var round = -WarmUps; round < Rounds; round++)
        {
            var alone = await EngineAsync();
            var (least, whole, calls, sent) = await HostAsync(azurite, round + WarmUps);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(round < 0 ? "warm" : round + 1),5}   {alone,6:0.00} s = {alone / ideal:0.00} x    "
                    + $"{least,6:0.00} s = {least / ideal:0.00} x    {whole,6:0.00} s = {whole / ideal:0.00} x    "
                    + $"{calls,5}   {sent:0.000}"));
            if (round < 0)
                continue;
            engine.Add(alone / ideal);
            host.Add(whole / ideal);
            bare.Add(least / ideal);
            tokens.Add(sent);
        }

        var met = Figures.Median(host) <= MostTime && Figures.Median(engine) <= MostTime && Figures.Median(tokens) <= MostTokens;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"medians: engine {Figures.Median(engine):0.00} x, Host {Figures.Median(host):0.00} x (at most {MostTime}; the bare loop "
                + $"{Figures.Median(bare):0.00} x), tokens {Figures.Median(tokens):0.000} x (at most {MostTokens}; counted as the "
                + $"engine estimates them)"));
        return met ? 0 : 1;
    }

    /// <summary>Seconds until the engine has drafted all articles; what it finds out at its start included.</summary>
    private static async Task<double> EngineAsync()
    {
        await using var model = await ModelTraffic.StartAsync(reply => reply.After(Latency));
        await using var services = BenchmarkServices.BuildEngine(model.Settings);
        var engine = services.GetRequiredService<IEngine>();
        var reader = services.GetRequiredService<ArticleReader>();
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => Read(reader, i))];

        var started = Stopwatch.GetTimestamp();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            articles,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (article, token) =>
            {
                using var clock = new ComputeClock(null, null, TimeProvider.System);
                if (await engine.DraftAsync(new DraftRequest(article, clock), token) is not EngineOutcome.Drafted)
                    throw new InvalidOperationException("The loopback model answers every call.");
            });
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>
    /// Seconds from the start of a Host over a full container to the end of its last article, after a bare loop over the
    /// same.
    /// </summary>
    private static async Task<(double Bare, double Seconds, int Calls, double Tokens)> HostAsync(AzuriteServer azurite, int account)
    {
        await using var model = await ModelTraffic.StartAsync(reply => reply.After(Latency));
        await using var other = await ModelTraffic.StartAsync(reply => reply.After(Latency));
        await using var host = await ModelHost.BuildAsync(
            azurite, account, model,
            new KeyValuePair<string, string?>("Articles:Parallel", Parallel.ToString(CultureInfo.InvariantCulture)));
        string[] names = [.. Enumerable.Range(0, Articles).Select(i => $"{i}.txt")];
        long own = 0;
        for (var i = 0; i < Articles; i++)
        {
            var content = Material.PlainText(ArticleBytes, i);
            own += TokenEstimate.Estimate(System.Text.Encoding.UTF8.GetString(content));
            await host.UploadAsync(names[i], content);
        }

        var bare = await host.BareAsync(other, names, Parallel);
        var started = Stopwatch.GetTimestamp();
        await host.StartAsync();
        if (!await host.UntilThroughAsync(names, Limit))
            throw new InvalidOperationException($"Not every article was through within {Limit}.");
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (bare, seconds, model.Calls, (double)model.Tokens / (own + (Articles * model.FixedTokens)));
    }

    private static Article Read(ArticleReader reader, int seed)
        => ((ArticleReading.Readable)reader.Read(new Upload($"{seed}.txt", Material.PlainText(ArticleBytes, seed), null),
            CancellationToken.None)).Article;
}
