using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Summarizer.Host.Azurite;

namespace Summarizer.Benchmarks;

/// <summary>The forms in which the Host can be published, side by side in one run: start, first result, speed, memory, size.</summary>
/// <remarks>Every form must give the same results as the first one, to the letter; otherwise the exit status is 1.</remarks>
internal static class PublishBenchmark
{
    private const int Rounds = 5;
    private const int ArticlesASet = 300;
    private const int ArticleBytes = 5_000;
    private const int Parallel = 8;
    private const string First = "opinion-ferry.txt";

    /// <summary>Names of Publish.props in the Host's folder.</summary>
    private static readonly string[] Forms = ["framework", "self-contained", "ready", "trimmed", "aot"];

    /// <param name="folder">Articles whose results are compared, beside the samples; null for none.</param>
    public static async Task<int> RunAsync(string? folder)
    {
        var work = Directory.CreateTempSubdirectory("summarizer-publish-");
        try
        {
            var published = new List<Published>();
            foreach (var form in Forms)
                if (await PublishAsync(form, work.FullName) is { } output)
                    published.Add(output);

            var texts = Texts(folder);
            for (var round = 0; round < Rounds; round++)
                // In turns, so that a drift of the machine meets all of them.
                foreach (var form in (round & 1) == 0 ? published : Enumerable.Reverse(published))
                    form.Runs.Add(await MeasureAsync(form.Folder, texts, round == 0));
            return Report(published, texts.Count);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Null where this machine or its package feed cannot make the form; says why.</summary>
    private static async Task<Published?> PublishAsync(string form, string work)
    {
        var artifacts = Path.Combine(work, "artifacts");
        var output = Path.Combine(work, form);
        // What one form left between its steps is not for the next one.
        foreach (var kind in new[] { "obj", "bin" })
            if (Directory.Exists(Path.Combine(artifacts, kind, "Summarizer.Host")))
                Directory.Delete(Path.Combine(artifacts, kind, "Summarizer.Host"), recursive: true);

        string[] arguments =
        [
            "publish", Path.Combine(Root(), "src", "Summarizer.Host"), "-c", "Release", "-nodeReuse:false",
            "--artifacts-path", artifacts, "-o", output, $"-p:PublishForm={form}",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == 0)
            return new Published(form, output, SizeOf(output));
        Console.WriteLine(
            $"{form}: not published. {said.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))?.Trim()}");
        return null;
    }

    private static async Task<Run> MeasureAsync(string folder, IReadOnlyList<(string, byte[])> texts, bool compare)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        using var host = PublishedHost.Start(
            folder, azurite.ConnectionString, new Uri($"http://127.0.0.1:{FreePort()}"),
            Path.Combine(AppContext.BaseDirectory, "samples", First));
        var ready = await host.UntilAsync("/api/health");
        var (idle, begun) = (host.Memory, host.Computed);
        var first = await host.UntilAsync("/api/articles/" + First);
        var cold = await host.SummariseAsync(Set("cold"), Parallel);
        var warm = await host.SummariseAsync(Set("warm"), Parallel);
        var run = new Run(ready, begun, first, cold, warm, host.Computed / 1000, idle, host.Memory, null);
        if (!compare)
            return run;
        await host.SummariseAsync(texts, Parallel);
        return run with { Results = await host.HashAsync(texts.Select(t => t.Item1)) };
    }

    private static int Report(IReadOnlyList<Published> forms, int compared)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Medians of {Rounds} rounds in turns, Azurite in memory; sets of {ArticlesASet} articles of {ArticleBytes:N0} bytes over "
                + $"HTTP, {Parallel} in parallel; {compared} results compared."));
        Console.WriteLine(
            "                  ready   computed   first result   first set   next set   computed   memory, MB      on disk   results");
        Console.WriteLine("form                 ms         ms             ms           /s         /s          s   ready    busy      MB");
        foreach (var form in forms)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{form.Form,-14} {form.Median(r => r.Ready),8:0} {form.Median(r => r.Begun),10:0} {form.Median(r => r.First),14:0} "
                    + $"{form.Median(r => r.Cold),12:0} {form.Median(r => r.Warm),10:0} {form.Median(r => r.Computed),10:0.0} "
                    + $"{form.Median(r => r.Idle) / 1e6,7:0} {form.Median(r => r.Busy) / 1e6,7:0} {form.Size / 1e6,7:0.0}   "
                            + $"{(Same(form) ? "equal" : "DIFFERENT")}"));
        return forms.All(Same) ? 0 : 1;

        bool Same(Published form) => form.Runs[0].Results == forms[0].Runs[0].Results;
    }

    private static List<(string, byte[])> Set(string name)
        => [.. Enumerable.Range(0, ArticlesASet).Select(i => ($"{name}-{i}.txt", Material.PlainText(ArticleBytes, i)))];

    private static List<(string, byte[])> Texts(string? folder)
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"))
            .Concat(folder is null ? [] : Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);
        return [.. files.Select((file, i) => ($"{i}-{Path.GetFileName(file)}", File.ReadAllBytes(file))),
            ("page.html", Material.Html(100_000, 1))];
    }

    private static long SizeOf(string folder)
        => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Summarizer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Summarizer.sln is in no folder above the benchmarks.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record Run(
        double Ready, double Begun, double First, double Cold, double Warm, double Computed, double Idle, double Busy, string? Results);

    private sealed record Published(string Form, string Folder, long Size)
    {
        public List<Run> Runs { get; } = [];

        public double Median(Func<Run, double> figure) => Figures.Median(Runs.Select(figure));
    }
}
