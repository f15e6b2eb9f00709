using System.Text.Json;
using System.Text.Json.Nodes;

namespace Summarizer.Evaluation;

/// <summary><c>stance-articles</c>: the author's stance toward a target in whole articles, against the gold labels.</summary>
internal static class StanceArticles
{
    public static async Task<int> RunAsync(EvaluationArguments arguments)
    {
        await using var engine = EvaluatedEngine.Start(arguments.Engine);
        JsonElement[] items = [.. JsonLines.Read(arguments.File)];
        var tags = await EvaluatedEngine.EachAsync(items, item => AuthorOfAsync(engine, item));
        var counts = new StanceCounts();
        var bins = new CalibrationBins();
        var unclear = 0;
        var predictions = new List<JsonObject>();
        foreach (var (item, author) in items.Zip(tags))
        {
            if (item.TryGetProperty("stance", out var label) && Enum.TryParse<Stance>(label.GetString(), ignoreCase: true, out var gold))
            {
                counts.Add(gold, author.Stance == Stance.Unclear ? Stance.Neutral : author.Stance);
                if (author.Stance is Stance.Favor or Stance.Against)
                    bins.Add(author.Confidence, gold == author.Stance);
                unclear += author.Stance == Stance.Unclear ? 1 : 0;
            }

            predictions.Add(new JsonObject
            {
                ["id"] = item.TryGetProperty("id", out var id) ? id.ToString() : null,
                ["stance"] = StanceSentences.NameOf(author.Stance),
                ["confidence"] = author.Confidence,
                ["portrayal"] = author.Portrayal is { } portrayal
                    ? new JsonObject
                    {
                        ["favorable"] = portrayal.Favorable,
                        ["unfavorable"] = portrayal.Unfavorable,
                        ["sentences"] = portrayal.Sentences,
                    }
                    : null,
            });
        }

        Console.WriteLine($"{predictions.Count} articles with a target, of {arguments.File}");
        Console.WriteLine($"{unclear} are unclear, and count as neutral.");
        counts.Print(Console.Out);
        Console.WriteLine("sided tags:");
        bins.Print(Console.Out);
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    /// <summary>The target is one that the user watches, and so always reported on.</summary>
    private static async Task<StanceTag> AuthorOfAsync(EvaluatedEngine engine, JsonElement item)
    {
        var name = NameOf(item.GetProperty("target")).Replace('=', ' ').Replace(',', ' ').Trim();
        var article = new Article
        {
            Title = TextOf(item, "title"),
            Text = TextOf(item, "text") ?? "",
            Language = TextOf(item, "language") ?? "en",
        };
        var byAuthor = (await engine.AnswerAsync(article, name)).Stances.Where(s => s.Holder == StanceTag.Author).ToArray();
        return Array.Find(byAuthor, s => s.Target.Aliases.Prepend(s.Target.Name).Contains(name, StringComparer.OrdinalIgnoreCase))
            ?? new StanceTag(new StanceTarget(name, TargetType.Topic, 0, []), StanceTag.Author, Stance.Unclear, 0, []);
    }

    private static string NameOf(JsonElement target)
        => (target.ValueKind == JsonValueKind.Object ? TextOf(target, "name") : target.ToString()) is { Length: > 0 } name ? name : "?";

    private static string? TextOf(JsonElement item, string name)
        => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
