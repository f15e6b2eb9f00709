using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Tests.Support;

namespace Summarizer.Benchmarks;

/// <summary>How the cost of one article grows with its length, for texts that are made of crowds of one thing.</summary>
/// <remarks>Processor time, so that what else the machine does hardly counts; the least of a few runs.</remarks>
internal static class CrowdsBenchmark
{
    private const int Runs = 3;
    private static readonly int[] Lengths = [500_000, 1_000_000, 2_000_000];

    public static int Run(string[] names)
    {
        using var services = BenchmarkServices.BuildEngine([]);
        var summarizer = services.GetRequiredService<ArticleSummarizer>();
        Measure(summarizer, Crowds.Text("prose", 500_000));
        Console.WriteLine("shape                        0.5 MB     1 MB     2 MB   exponent from 1 to 2 MB   (seconds of processor time)");
        foreach (var name in names.Length > 0 ? names : Crowds.Names)
        {
            var seconds = Array.ConvertAll(Lengths, length => Measure(summarizer, Crowds.Text(name, length)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-25} {seconds[0],9:0.00} {seconds[1],8:0.00} {seconds[2],8:0.00} {Math.Log2(seconds[2] / seconds[1]),10:0.00}"));
        }

        return 0;
    }

    private static double Measure(ArticleSummarizer summarizer, string text)
    {
        var upload = new Upload("crowd.txt", Encoding.UTF8.GetBytes(text));
        using var process = Process.GetCurrentProcess();
        var least = double.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            var outcome = summarizer.SummarizeAsync(upload, "0x1", CancellationToken.None);
            if (!outcome.IsCompletedSuccessfully)
                throw new InvalidOperationException("The embedded engine never waits.");
            GC.KeepAlive(outcome.Result);
            process.Refresh();
            least = Math.Min(least, (process.TotalProcessorTime - before).TotalSeconds);
        }

        return least;
    }
}
