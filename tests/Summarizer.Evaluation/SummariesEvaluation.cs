using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summarizer.Text;

namespace Summarizer.Evaluation;

/// <summary>KIND <c>summaries</c>: ROUGE of the engine's sentences, and of the article's first ones beside it.</summary>
internal static class SummariesEvaluation
{
    private const int Sentences = 3;

    public static async Task<int> RunAsync(EvaluationArguments arguments)
    {
        await using var engine = EvaluatedEngine.Start(arguments.Engine);
        JsonElement[] items = [.. JsonLines.Read(arguments.File)];
        var results = await EvaluatedEngine.EachAsync(items, item => engine.AnswerAsync(ArticleOf(item)));
        List<SummariesRouge> ours = [], lead = [], oursBest = [], leadBest = [];
        List<JsonObject> predictions = [];
        foreach (var (item, result) in items.Zip(results))
        {
            var text = item.GetProperty("text").GetString()!;
            string[] summary = [.. (result.Summary?.Sentences ?? []).Select(s => s.Text)];
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
        Print($"{arguments.Engine}, first reference", ours);
        Print("lead, first reference", lead);
        Print($"{arguments.Engine}, best of the references", oursBest);
        Print("lead, best of the references", leadBest);
        Console.WriteLine(
            $"{results.Count(r => r.Engine.Fallback || r.Status == ArticleStatus.Failed)} articles without a summary by "
                + $"{arguments.Engine}, {results.Sum(r => r.Rejected.Count(c => c.Kind == ClaimKind.Summary))} sentences rejected");
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    private static Article ArticleOf(JsonElement item) => new()
    {
        Text = item.GetProperty("text").GetString()!,
        Title = TextOf(item, "title"),
        Language = TextOf(item, "language") ?? "en",
    };

    private static IReadOnlyList<string> Split(string text) => [.. SentenceSplitter.Split(text).Select(s => s.Span.In(text))];

    private static IEnumerable<string> References(JsonElement item)
        => item.TryGetProperty("references", out var several) && several.ValueKind == JsonValueKind.Array
            ? several.EnumerateArray().Select(r => r.GetString()!)
            : [TextOf(item, "reference") ?? TextOf(item, "summary") ?? ""];

    private static string? TextOf(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void Print(string name, List<SummariesRouge> scores) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-52}{100 * scores.Average(s => s.One),9:0.0}{100 * scores.Average(s => s.Two),9:0.0}"
            + $"{100 * scores.Average(s => s.LongestSum),12:0.0}"));
}
