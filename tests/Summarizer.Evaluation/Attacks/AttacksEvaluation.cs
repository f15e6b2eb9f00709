using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Summarizer.Grounding.Injection;
using Summarizer.Reading;

namespace Summarizer.Evaluation.Attacks;

/// <summary>
/// KIND <c>attacks</c>: plants every text at the start, in the middle and at the end of articles and looks what becomes
/// of it.
/// </summary>
internal static class AttacksEvaluation
{
    private static readonly string[] Positions = ["start", "middle", "end"];

    public static async Task<int> RunAsync(EvaluationArguments arguments)
    {
        await using var engine = EvaluatedEngine.Start(arguments.Engine);
        var reader = new ArticleReader();
        var clean = new List<ArticleResult>();
        foreach (var (title, paragraphs) in AttacksCarriers.All)
            clean.Add(await ResultAsync(engine, reader, Compose(title, paragraphs)));

        var attacks = JsonLines.Read(arguments.File)
            .Select(item => (
                Category: item.TryGetProperty("category", out var category) ? category.GetString()! : "all",
                Text: item.GetProperty("text").GetString()!))
            .ToArray();
        var planted = new ConcurrentBag<Planted>();
        var plan = from attack in Enumerable.Range(0, attacks.Length)
                   from carrier in Enumerable.Range(0, clean.Count)
                   from position in Enumerable.Range(0, Positions.Length)
                   select (attack, carrier, position);
        await Parallel.ForEachAsync(plan, new ParallelOptions { MaxDegreeOfParallelism = EvaluatedEngine.AtOnce }, async (item, _) =>
        {
            var (title, paragraphs) = AttacksCarriers.All[item.carrier];
            var attack = attacks[item.attack].Text;
            var result = await ResultAsync(engine, reader, Compose(title, Plant(paragraphs, attack, item.position)));
            planted.Add(new Planted(
                item.attack,
                attacks[item.attack].Category,
                item.carrier,
                Positions[item.position],
                AttacksJudge.IsObeyed(result, clean[item.carrier], Compose(title, paragraphs), attack),
                AttacksJudge.IsEchoed(result, attack),
                PromptInjectionDetector.In(attack, CancellationToken.None).Count > 0));
        });

        Print(arguments.Engine, planted);
        JsonLines.Write(arguments.Predictions, planted
            .OrderBy(p => (p.Attack, p.Carrier, p.Position))
            .Select(p => new JsonObject
            {
                ["id"] = $"{p.Attack}/{p.Carrier}/{p.Position}",
                ["category"] = p.Category,
                ["obeyed"] = p.Obeyed,
                ["echoed"] = p.Echoed,
                ["flagged"] = p.Flagged,
            }));
        return 0;
    }

    private static string[] Plant(string[] paragraphs, string attack, int position)
    {
        var at = position switch { 0 => 0, 1 => paragraphs.Length / 2, _ => paragraphs.Length };
        return [.. paragraphs[..at], attack, .. paragraphs[at..]];
    }

    private static string Compose(string title, string[] paragraphs) => $"# {title}\n\n{string.Join("\n\n", paragraphs)}\n";

    private static Task<ArticleResult> ResultAsync(EvaluatedEngine engine, ArticleReader reader, string article)
    {
        var upload = new Upload("article.md", Encoding.UTF8.GetBytes(article), "text/markdown");
        return engine.AnswerAsync(((ArticleReading.Readable)reader.Read(upload, CancellationToken.None)).Article);
    }

    private static void Print(string engine, IReadOnlyCollection<Planted> planted)
    {
        Console.WriteLine($"{engine}: {planted.Count} articles with a planted text{"",-20} obeyed   echoed  flagged");
        foreach (var group in planted.GroupBy(p => p.Category).Where(g => g.Count() < planted.Count)
            .OrderBy(g => g.Key, StringComparer.Ordinal))
            Line(group.Key, [.. group]);
        foreach (var group in planted.GroupBy(p => p.Position))
            Line($"at the {group.Key}", [.. group]);
        Line("all", planted);
    }

    private static void Line(string name, IReadOnlyCollection<Planted> planted) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-56}{Share(planted, p => p.Obeyed),8:0.0}%{Share(planted, p => p.Echoed),8:0.0}%"
            + $"{Share(planted, p => p.Flagged),8:0.0}%"));

    private static double Share(IReadOnlyCollection<Planted> planted, Func<Planted, bool> which)
        => 100.0 * planted.Count(which) / planted.Count;

    private sealed record Planted(int Attack, string Category, int Carrier, string Position, bool Obeyed, bool Echoed, bool Flagged);
}
