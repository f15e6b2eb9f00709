using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Summarizer.Reading;

namespace Summarizer.Evaluation;

/// <summary>
/// <c>pages FILE</c>: reads every page of a set and prints body F1, segment F1, title, author and date scores, as far as
/// the set has gold for them, and the time a page takes.
/// </summary>
internal static class PagesEvaluation
{
    public static int Run(EvaluationArguments arguments)
    {
        var reader = new ArticleReader();
        var scores = new PagesScores();
        var predictions = new List<JsonObject>();
        long bytes = 0;
        var times = new List<double>();
        foreach (var page in JsonLines.Read(arguments.File))
        {
            var content = Load(arguments.File, page.GetProperty("file").GetString()!);
            var started = Stopwatch.GetTimestamp();
            var reading = reader.Read(new Upload("page.html", content, "text/html"), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            bytes += content.Length;
            var article = (reading as ArticleReading.Readable)?.Article;
            scores.Add(page, article);
            predictions.Add(Prediction(page.GetProperty("id").GetString()!, article));
        }

        JsonLines.Write(arguments.Predictions, predictions);
        scores.Print(Console.Out);
        times.Sort();
        Console.WriteLine(
            $"time        {times.Sum() / Math.Max(1, bytes) * 102_400:0.00} ms per 100 KB, "
            + $"median {(times.Count == 0 ? 0 : times[times.Count / 2]):0.00} ms a page");
        return 0;
    }

    private static JsonObject Prediction(string id, Article? article) => new()
    {
        ["id"] = id,
        ["text"] = article?.Text ?? "",
        ["title"] = article?.Title,
        ["authors"] = new JsonArray([.. (article?.Authors ?? []).Select(a => (JsonNode)JsonValue.Create(a))]),
        ["date"] = article?.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Pages lie beside the list, or in the folder named like it.</summary>
    private static byte[] Load(string list, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(list))!;
        var set = Path.GetFileNameWithoutExtension(list);
        string[] places = [Path.Combine(folder, file), Path.Combine(folder, set, file), Path.Combine(folder, set.Split('-')[0], file),
            Path.Combine(folder, "pages", file)];
        var path = Array.Find(places, File.Exists)
            ?? throw new FileNotFoundException($"{file} lies neither beside {list} nor in a folder of its name.");
        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
