using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Summarizer.Host.Azurite;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>Texts made to cost far more computing than others of their length: what a small article, a stop and a restart
/// beside them take, and what memory.</summary>
internal static class BombsBenchmark
{
    private const int Bombs = 6;
    private const int LargeTexts = 4;
    private const int LargeBytes = 10_000_000;

    private static readonly TimeSpan SmallLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(25);
    private const long MemoryLimit = 800_000_000;

    /// <summary>Nothing is waited for longer; what has not ended by then is said to be pending.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<int> RunAsync(int bytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            await Console.Error.WriteLineAsync("bombs needs SIGTERM and /proc, which only Linux has both of.");
            return 2;
        }

        var right = true;
        foreach (var (title, bomb) in new (string, Func<int, int, byte[]>)[] { ("distinct names", Names), ("one sentence", OneSentence) })
            right &= await BesideAsync(title, bytes, bomb);
        return right & await MemoryAsync() ? 0 : 1;
    }

    private static async Task<bool> BesideAsync(string title, int bytes, Func<int, int, byte[]> bomb)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        TimeSpan before, stop;
        int status;
        using (var host = await HostProcess.StartAsync(azurite.ConnectionString))
        {
            using var client = new HttpClient { BaseAddress = await host.AddressAsync() };
            await Task.WhenAll(Enumerable.Range(0, Bombs).Select(i => PutAsync(client, $"bombs/{i}.txt", bomb(bytes, i))));
            before = await SmallAsync(client, "small-1.txt");
            (status, stop) = await host.TerminateAsync();
        }

        using var restarted = await HostProcess.StartAsync(azurite.ConnectionString);
        using var again = new HttpClient { BaseAddress = await restarted.AddressAsync() };
        var after = await SmallAsync(again, "small-2.txt");
        var (beside, later) = (before.TotalSeconds, after.TotalSeconds);
        Say($"{title}, {Bombs} of {bytes:N0} bytes: a small article beside them {beside:0.0} s, after a restart {later:0.0} s");
        Say($"  stopped beside them in {stop.TotalSeconds:0.0} s with status {status}");
        var (_, last) = await restarted.TerminateAsync();
        Say($"  and once more in {last.TotalSeconds:0.0} s");
        return before < SmallLimit && after < SmallLimit && stop < StopLimit && last < StopLimit;
    }

    private static async Task<bool> MemoryAsync()
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        using var host = await HostProcess.StartAsync(azurite.ConnectionString);
        using var client = new HttpClient { BaseAddress = await host.AddressAsync(), Timeout = Patience };
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, LargeTexts).Select(i => PutAsync(client, $"large/{i}.txt", OneSentence(LargeBytes, i))));
        var ends = await Task.WhenAll(Enumerable.Range(0, LargeTexts).Select(i => EndAsync(client, $"large/{i}.txt")));
        var took = Stopwatch.GetElapsedTime(started);
        var (resident, ended) = (host.PeakResidentBytes / 1e6, string.Join(", ", ends));
        Say($"{LargeTexts} texts of {LargeBytes:N0} bytes at once: most resident {resident:0} MB; {ended} after {took.TotalSeconds:0.0} s");
        return host.PeakResidentBytes < MemoryLimit;
    }

    /// <summary>How long an article of an everyday size takes from its upload to its result.</summary>
    private static async Task<TimeSpan> SmallAsync(HttpClient client, string name)
    {
        var started = Stopwatch.GetTimestamp();
        await PutAsync(client, name, Material.PlainText(5_000, 1));
        await EndAsync(client, name);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task PutAsync(HttpClient client, string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        using var answer = await client.PutAsync(new Uri($"/api/articles/{name}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>How an article ended; <see cref="HttpStatusCode.Accepted"/> when it has not.</summary>
    private static async Task<HttpStatusCode> EndAsync(HttpClient client, string name)
    {
        using var over = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await client.GetAsync(new Uri($"/api/articles/{name}", UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.Accepted || over.IsCancellationRequested)
                return answer.StatusCode;
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Sentences of names, none of which comes twice.</summary>
    private static byte[] Names(int bytes, int seed)
    {
        var text = new StringBuilder($"Praise in {seed} parts\n\n");
        for (var i = 0; text.Length < bytes; i += 4)
            text.Append(Name(i, seed)).Append(' ').Append(Name(i + 1, seed)).Append(" praised ")
                .Append(Name(i + 2, seed)).Append(' ').Append(Name(i + 3, seed)).Append(". ");
        return Encoding.ASCII.GetBytes(text.ToString(0, bytes));
    }

    private static byte[] OneSentence(int bytes, int seed)
    {
        var (text, sentence) = (new StringBuilder($"Praise in {seed} parts\n\n"),
            $"{Name(seed, 1)} {Name(seed, 2)} praised {Name(seed, 3)} {Name(seed, 4)}. ");
        while (text.Length < bytes)
            text.Append(sentence);
        return Encoding.ASCII.GetBytes(text.ToString(0, bytes));
    }

    /// <summary>A capital and the number in syllables.</summary>
    private static string Name(int number, int seed)
    {
        const string Consonants = "bdfglmnprstvz", Vowels = "aeiou";
        var name = new StringBuilder();
        for (var rest = (number * 31L) + seed + 65; rest > 0; rest /= 65)
            name.Append(Consonants[(int)(rest % 65 / 5)]).Append(Vowels[(int)(rest % 5)]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
