using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Summarizer.Engines.Embedded;
using Summarizer.Language;

namespace Summarizer.Evaluation;

/// <summary>KIND <c>summaries</c>: ROUGE of the embedded engine's sentences, and of the article's first ones beside it.</summary>
internal static class SummariesEvaluation
{
    private const int Sentences = 3;

    public static int Run(EvaluationArguments arguments)
    {
        var engine = new EmbeddedEngine(
            Options.Create(new SummaryOptions { Sentences = Sentences }), Options.Create(new StanceOptions()));
        List<SummariesRouge> ours = [], lead = [], oursBest = [], leadBest = [];
        List<JsonObject> predictions = [];
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var text = item.GetProperty("text").GetString()!;
            var article = new Article { Text = text, Title = TextOf(item, "title"), Language = TextOf(item, "language") ?? "en" };
            var summary = engine.Draft(article, CancellationToken.None).Summary.Select(s => s.Text).ToArray();
            var references = References(item).Select(Split).ToArray();
            string[] first = [.. Split(text).Take(Sentences)];
            ours.Add(SummariesRouge.Of(summary, references[0]));
            lead.Add(SummariesRouge.Of(first, references[0]));
            oursBest.Add(SummariesRouge.Best(summary, references));
            leadBest.Add(SummariesRouge.Best(first, references));
            predictions.Add(new JsonObject
            {
                ["id"] = TextOf(item, "id"),
                ["sentences"] = new JsonArray([.. summary.Select(s => JsonValue.Create(s))]),
            });
        }

        Console.WriteLine($"{ours.Count} articles, {Sentences} sentences, F without stemming  ROUGE-1  ROUGE-2  ROUGE-Lsum");
        Print("embedded, first reference", ours);
        Print("lead, first reference", lead);
        Print("embedded, best of the references", oursBest);
        Print("lead, best of the references", leadBest);
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    private static IReadOnlyList<string> Split(string text) => [.. SentenceSplitter.Split(text).Select(s => s.Span.In(text))];

    private static IEnumerable<string> References(JsonElement item)
        => item.TryGetProperty("references", out var several) && several.ValueKind == JsonValueKind.Array
            ? several.EnumerateArray().Select(r => r.GetString()!)
            : [TextOf(item, "reference") ?? TextOf(item, "summary") ?? ""];

    private static string? TextOf(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Print(string name, List<SummariesRouge> scores) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-52}{100 * scores.Average(s => s.One),9:0.0}{100 * scores.Average(s => s.Two),9:0.0}{100 * scores.Average(s => s.LongestSum),12:0.0}"));
}
