using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>A published Host as a process of its own, and what can be measured from outside.</summary>
internal sealed class PublishedHost : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly HttpClient client;
    private readonly long started;

    private PublishedHost(Process process, Uri address, long started)
        => (this.process, client, this.started) = (process, new HttpClient { BaseAddress = address }, started);

    /// <summary>Bytes of memory that the process holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Milliseconds of computing so far, on all cores: on a busy machine a steadier figure than the clock's.</summary>
    public double Computed
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>Starts the Host of <paramref name="folder"/>, which uploads <paramref name="firstFile"/> by itself.</summary>
    public static PublishedHost Start(string folder, string connection, Uri address, string firstFile)
    {
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "Summarizer.Host.exe" : "Summarizer.Host");
        var start = new ProcessStartInfo(program, [firstFile]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[StorageNames.Connection] = connection;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        // Read and dropped: a full pipe would stop the program.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + Environment.NewLine);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new PublishedHost(process, address, started);
    }

    /// <summary>Milliseconds from the start until <paramref name="path"/> answers 200.</summary>
    public async Task<double> UntilAsync(string path)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(path, limit.Token))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The published Host ended with status {process.ExitCode}.");
            await Task.Delay(Look, limit.Token);
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Uploads and waits for the results; articles a second.</summary>
    public async Task<double> SummariseAsync(IReadOnlyList<(string Name, byte[] Content)> articles, int parallel)
    {
        var begin = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(articles, new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (article, token) =>
        {
            using var body = new ByteArrayContent(article.Content);
            using var stored = await client.PutAsync(new Uri(PathOf(article.Name), UriKind.Relative), body, token);
            stored.EnsureSuccessStatusCode();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(Patience);
            while (await StatusAsync(PathOf(article.Name), limit.Token) == HttpStatusCode.Accepted)
                await Task.Delay(Look, limit.Token);
        });
        return articles.Count / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    /// <summary>One hash over all results, byte for byte but for what differs between any two runs: times and the upload's tag.</summary>
    public async Task<string> HashAsync(IEnumerable<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            using var answer = await client.GetAsync(new Uri(PathOf(name), UriKind.Relative));
            var result = JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!.AsObject();
            result.Remove("processedAt");
            result.Remove("durationMs");
            result.Remove("traceId");
            result["source"]?.AsObject().Remove("etag");
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(result.ToJsonString(new JsonSerializerOptions())));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        client.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static string PathOf(string name) => "/api/articles/" + Uri.EscapeDataString(name);

    private async Task<bool> AnswersAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await StatusAsync(path, cancellationToken) == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.StatusCode;
    }
}
