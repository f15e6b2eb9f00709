using System.Text.Json.Nodes;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities.Recognition;

namespace Summarizer.Evaluation.Entities;

/// <summary>KIND <c>names</c>: the names of persons, organisations and places in single sentences, against the gold spans.</summary>
internal static class NamesEvaluation
{
    public static int Run(EvaluationArguments arguments)
    {
        var counts = new SortedDictionary<string, NameCounts>(StringComparer.Ordinal);
        var predictions = new List<JsonObject>();
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var language = EntityJson.TextOf(item, "language") ?? "en";
            var said = NamesIn(item.GetProperty("text").GetString()!, language);
            if (item.TryGetProperty("names", out var gold))
            {
                var known = gold.EnumerateArray().Select(n => (EntityJson.SpanOf(n), n.GetProperty("type").GetString()!));
                (counts.TryGetValue(language, out var of) ? of : counts[language] = new NameCounts())
                    .Add([.. known.Where(n => EntityJson.Types.Contains(n.Item2))], said);
            }

            predictions.Add(new JsonObject
            {
                ["id"] = item.GetProperty("id").ToString(),
                ["names"] = new JsonArray([.. said.Select(n => EntityJson.Node(n.Span, "type", n.Type))]),
            });
        }

        Console.WriteLine(NameCounts.Header);
        foreach (var (language, of) in counts)
            Console.WriteLine(of.Row(language));
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    /// <summary>In the order of the text.</summary>
    private static List<(TextSpan Span, string Type)> NamesIn(string text, string language)
    {
        var read = new AnalyzedText(text, language, CancellationToken.None);
        return
        [
            .. NameTagger.Shared.Find(read, CancellationToken.None).Where(n => n.IsSure).Select(n => (n.Span, EntityJson.NameOf(n.Type))),
        ];
    }
}
