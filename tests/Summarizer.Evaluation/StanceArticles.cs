using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Summarizer.Engines.Embedded;

namespace Summarizer.Evaluation;

/// <summary><c>stance-articles</c>: the author's stance toward a target in whole articles, against the gold labels.</summary>
internal static class StanceArticles
{
    public static int Run(EvaluationArguments arguments)
    {
        var counts = new StanceCounts();
        var bins = new CalibrationBins();
        var predictions = new List<JsonObject>();
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var author = AuthorOf(item);
            if (item.TryGetProperty("stance", out var label) && Enum.TryParse<Stance>(label.GetString(), ignoreCase: true, out var gold))
            {
                counts.Add(gold, author.Stance);
                bins.Add(author.Confidence, gold == author.Stance);
            }

            predictions.Add(new JsonObject
            {
                ["id"] = item.TryGetProperty("id", out var id) ? id.ToString() : null,
                ["stance"] = StanceSentences.NameOf(author.Stance),
                ["confidence"] = author.Confidence,
            });
        }

        Console.WriteLine($"{predictions.Count} articles with a target, of {arguments.File}");
        counts.Print(Console.Out);
        bins.Print(Console.Out);
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    /// <summary>Through the engine itself: the target is one that the user watches.</summary>
    private static DraftStanceOfAuthor AuthorOf(JsonElement item)
    {
        var name = NameOf(item.GetProperty("target"));
        var watch = new StanceOptions();
        watch.Watch.Add(name.Replace('=', ' ').Replace(',', ' '));
        var engine = new EmbeddedEngine(Options.Create(new SummaryOptions()), Options.Create(watch));
        var article = new Article
        {
            Title = TextOf(item, "title"),
            Text = TextOf(item, "text") ?? "",
            Language = TextOf(item, "language") ?? "en",
        };
        var tag = engine.Draft(article, CancellationToken.None).Stances.First(s => s.Holder == StanceTag.Author);
        return new DraftStanceOfAuthor(tag.Stance, tag.Confidence);
    }

    private static string NameOf(JsonElement target)
        => (target.ValueKind == JsonValueKind.Object ? TextOf(target, "name") : target.ToString()) is { Length: > 0 } name ? name : "?";

    private static string? TextOf(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private readonly record struct DraftStanceOfAuthor(Stance Stance, double Confidence);
}
