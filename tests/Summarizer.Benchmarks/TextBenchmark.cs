using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Reading;

namespace Summarizer.Benchmarks;

/// <summary>Articles and bytes a second on one core, without storage: reading alone, and everything to the serialised result.</summary>
internal static class TextBenchmark
{
    private const int Samples = 31;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPhase = TimeSpan.FromSeconds(20);

    public static int Run()
    {
        var loadStarted = Stopwatch.GetTimestamp();
        using var services = BenchmarkServices.Build();
        var reader = services.GetRequiredService<ArticleReader>();
        var summarizer = services.GetRequiredService<ArticleSummarizer>();
        Whole(summarizer, new Upload("first.txt", Material.PlainText(5_000, 1)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first article, code and model loaded: {Stopwatch.GetElapsedTime(loadStarted).TotalMilliseconds:0} ms; working set "
                + $"{Environment.WorkingSet >> 20} MB"));
        Console.WriteLine("input                    reading ms   whole ms   articles/s      MB/s");

        foreach (var (label, upload) in Uploads())
        {
            var reading = Measure(() => reader.Read(upload, default));
            var whole = Measure(() => Whole(summarizer, upload));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{label,-22} {reading,12:0.000} {whole,10:0.000} {1000 / whole,12:0} {upload.Content.Length / whole / 1000,9:0.0}"));
        }

        return 0;
    }

    /// <summary>Milliseconds from upload to serialised result, and of reading alone.</summary>
    public static (double Whole, double Reading) Measure(string name, byte[] content)
    {
        using var services = BenchmarkServices.Build();
        var (reader, summarizer) = (services.GetRequiredService<ArticleReader>(), services.GetRequiredService<ArticleSummarizer>());
        var upload = new Upload(name, content);
        return (Measure(() => Whole(summarizer, upload)), Measure(() => reader.Read(upload, default)));
    }

    private static IEnumerable<(string Label, Upload Upload)> Uploads()
    {
        foreach (var size in new[] { 5_000, 50_000, 500_000 })
            yield return ($"text {size / 1000} KB", new Upload("a.txt", Material.PlainText(size, 1)));
        foreach (var size in new[] { 10_000, 100_000, 1_000_000, 10_000_000 })
            yield return ($"html {size / 1000} KB", new Upload("a.html", Material.Html(size, 1)));
    }

    private static byte[] Whole(ArticleSummarizer summarizer, Upload upload)
    {
        var outcome = summarizer.SummarizeAsync(upload, "0x1", default);
        if (!outcome.IsCompletedSuccessfully)
            throw new InvalidOperationException("The embedded engine never waits.");
        return JsonSerializer.SerializeToUtf8Bytes(outcome.Result, SummarizerJson.Readable.ArticleResult);
    }

    /// <summary>Median milliseconds of one call, after a warm-up.</summary>
    private static double Measure<T>(Func<T> action)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp;)
            action();
        var times = new List<double>();
        var phase = Stopwatch.GetTimestamp();
        while (times.Count < 5 || (times.Count < Samples && Stopwatch.GetElapsedTime(phase) < LongestPhase))
        {
            var started = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Figures.Median(times);
    }
}
