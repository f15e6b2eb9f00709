using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Grounding;
using Summarizer.Reading;

namespace Summarizer.Benchmarks;

/// <summary>
/// What it takes to find a model's quotes again: 200 in an article of 100,000 characters, one in three verbatim, retyped
/// or invented.
/// </summary>
internal static class GroundingBenchmark
{
    private const int Characters = 100_000;
    private const int Quotes = 200;
    private const int QuoteLength = 120;
    private const int Samples = 51;
    private const double MostMilliseconds = 50;

    public static int Run()
    {
        var (median, first, found, length) = Measure();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Quotes} quotes in {length:N0} characters, {found} found: median {median:0.0} ms of {Samples}, the first of all "
                + $"{first:0.0} ms (at most {MostMilliseconds:0} ms)"));
        return median <= MostMilliseconds ? 0 : 1;
    }

    /// <summary>Milliseconds of a run in the middle and of the first, how many quotes were found, and the article's length.</summary>
    public static (double Median, double First, int Found, int Length) Measure()
    {
        using var services = BenchmarkServices.Build();
        var grounder = services.GetRequiredService<Grounder>();
        var upload = new Upload("long.txt", Material.PlainText(Characters, 1), "text/plain");
        var article = ((ArticleReading.Readable)services.GetRequiredService<ArticleReader>().Read(upload, default)).Article;
        var draft = new Draft(
            null,
            [.. Enumerable.Range(0, Quotes / 2)
                .Select(i => new DraftSentence("The company that runs the ferry says what it costs.", [Cut(article.Text, i)]))],
            [.. Enumerable.Range(Quotes / 2, Quotes / 2).Select(i => new DraftStance(
                $"Target {i}", TargetType.Topic, StanceTag.Author, Stance.Against, 0.7, [Cut(article.Text, i)]))],
            1,
            new EngineReport { Name = "benchmark", Version = "1" });

        var found = 0;
        var times = new List<double>();
        for (var i = 0; i < Samples * 2; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var grounded = grounder.Ground(article, draft, default);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            found = Quotes - grounded.Rejected.Count(r => r.Reason == RejectionReason.QuoteNotFound);
        }

        return (Figures.Median(times.Skip(Samples)), times[0], found, article.Text.Length);
    }

    /// <summary>As the article has it; as a keyboard would type it, in other case; or with a word that is not there.</summary>
    private static Quote Cut(string text, int number)
    {
        var start = text.IndexOf(' ', (int)((long)number * (text.Length - (2 * QuoteLength)) / Quotes)) + 1;
        var end = text.IndexOf(' ', start + QuoteLength);
        var words = text[start..end];
        return new Quote((number % 3) switch
        {
            0 => words,
            1 => words.Replace('’', '\'').Replace('\n', ' ').ToUpperInvariant(),
            _ => words + " nevertheless",
        });
    }
}
