using System.Diagnostics;
using System.Text;
using Summarizer.Reading;

namespace Summarizer.Benchmarks;

/// <summary>What reading costs as an upload grows, for shapes that cost a parser more than their length.</summary>
internal static class FormatsBenchmark
{
    private const int Small = 1_000_000;
    private const int Large = 2_000_000;

    // Below this the clock's own grain decides.
    private const double Notable = 0.3;

    public static int Run()
    {
        var reader = new ArticleReader();
        var worst = 0.0;
        Console.WriteLine($"CPU seconds at {Small:N0} and {Large:N0} characters, and the exponent between them:");
        foreach (var (name, text) in FormatShapes.All)
        {
            Seconds(reader, name, text(Small / 20));
            var (small, large) = (Seconds(reader, name, text(Small)), Seconds(reader, name, text(Large)));
            var exponent = Math.Log2(large / Math.Max(small, 0.001));
            worst = large < Notable ? worst : Math.Max(worst, exponent);
            Console.WriteLine($"{name,-50} {small,6:0.00} {large,6:0.00} {(large < Notable ? "" : $"{exponent:0.00}")}");
        }

        Console.WriteLine($"Largest exponent of those that take {Notable} s: {worst:0.00}");
        return 0;
    }

    private static double Seconds(ArticleReader reader, string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.UserProcessorTime;
        _ = reader.Read(new Upload("a" + Path.GetExtension(name), content, null), CancellationToken.None);
        process.Refresh();
        return (process.UserProcessorTime - before).TotalSeconds;
    }
}
