using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Evaluation.Entities;

/// <summary>KIND <c>targets</c>: the targets that the engine reports on, against the entities that readers marked by name.</summary>
internal static class TargetsEvaluation
{
    public static int Run(EvaluationArguments arguments)
    {
        var engine = new ExtractiveEngine(Options.Create(new SummaryOptions()), Options.Create(new StanceOptions()));
        var counts = new TargetCounts();
        var predictions = new List<JsonObject>();
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var reported = Reported(engine, item);
            if (item.TryGetProperty("entities", out var entities))
                counts.Add([.. entities.EnumerateArray().Select(GoldEntity.From)], reported);
            predictions.Add(new JsonObject
            {
                ["id"] = item.GetProperty("id").ToString(),
                ["targets"] = new JsonArray([.. reported.Select(Node)]),
            });
        }

        counts.Print(Console.Out);
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    /// <summary>Each target that a stance is reported toward, once, with where it is mentioned.</summary>
    private static List<Target> Reported(ExtractiveEngine engine, JsonElement item)
    {
        var article = new Article
        {
            Text = item.GetProperty("text").GetString()!,
            Title = EntityJson.TextOf(item, "title"),
            Language = EntityJson.TextOf(item, "language") ?? "en",
        };
        var read = new AnalyzedText(article.Text, article.Language, CancellationToken.None);
        var targets = TargetFinder.Shared.Find(read, article.Title, CancellationToken.None);
        return
        [
            .. engine.Draft(article, CancellationToken.None).Stances
                .Select(s => (s.Target, s.Type)).Distinct()
                .Select(s => targets.First(t => t.Name == s.Target && t.Type == s.Type)),
        ];
    }

    public static JsonNode Node(Target target) => new JsonObject
    {
        ["name"] = target.Name,
        ["type"] = EntityJson.NameOf(target.Type),
        ["mentions"] = new JsonArray(
        [
            .. target.Mentions.Select(m => (m.Span, Kind: "name"))
                .Concat(target.Linked.Select(m => (m.Span, Kind: m.Kind == LinkKind.Noun ? "noun" : "pronoun")))
                .OrderBy(m => m.Span.Start).Select(m => EntityJson.Node(m.Span, "kind", m.Kind)),
        ]),
    };
}
