using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Evaluation.Entities;

/// <summary>KIND <c>targets</c>: the targets that the engine reports on, against the entities that readers marked by name.</summary>
internal static class TargetsEvaluation
{
    /// <summary>So many of five readers' summaries make an entity one that must be reported.</summary>
    private const int LeastSalience = 3;

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

        counts.Print();
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
        var targets = TargetFinder.Find(read, article.Title, CancellationToken.None);
        return
        [
            .. engine.Draft(article, CancellationToken.None).Stances
                .Select(s => (s.Target, s.Type)).Distinct()
                .Select(s => targets.First(t => t.Name == s.Target && t.Type == s.Type)),
        ];
    }

    private static JsonNode Node(Target target) => new JsonObject
    {
        ["name"] = target.Name,
        ["type"] = EntityJson.NameOf(target.Type),
        ["mentions"] = new JsonArray(
        [
            .. target.Mentions.Select(m => (m.Span, Kind: "name")).Concat(target.Pronouns.Select(m => (m.Span, Kind: "pronoun")))
                .OrderBy(m => m.Span.Start).Select(m => EntityJson.Node(m.Span, "kind", m.Kind)),
        ]),
    };

    private sealed class TargetCounts
    {
        private int named;
        private int topics;
        private int unmarked;
        private int typed;
        private int typeRight;
        private int salient;
        private int salientFound;
        private int linked;
        private int linkedRight;
        private int linkable;

        public void Add(List<GoldEntity> entities, List<Target> reported)
        {
            var found = new HashSet<GoldEntity>(ReferenceEqualityComparer.Instance);
            foreach (var target in reported)
            {
                if (target.Type == TargetType.Topic)
                {
                    topics++;
                    continue;
                }

                named++;
                TextSpan[] mentions = [.. target.Mentions.Select(m => m.Span)];
                var entity = entities.Where(e => e.NamedBy(mentions) > 0)
                    .OrderByDescending(e => e.NamedBy(mentions)).ThenBy(e => e.ShortestAround(mentions)).FirstOrDefault();
                if (entity is null)
                {
                    unmarked++;
                    continue;
                }

                if (found.Add(entity))
                    linkable += entity.Others.Count;
                if (EntityJson.Types.Contains(entity.Type))
                    (typed, typeRight) = (typed + 1, typeRight + (entity.Type == EntityJson.NameOf(target.Type) ? 1 : 0));
                linked += target.Pronouns.Count;
                linkedRight += target.Pronouns.Count(p => entity.Others.Contains(p.Span));
            }

            GoldEntity[] due = [.. entities.Where(
                e => e.Salience >= LeastSalience && e.Names.Count > 0 && EntityJson.Types.Contains(e.Type))];
            (salient, salientFound) = (salient + due.Length, salientFound + due.Count(found.Contains));
        }

        public void Print()
        {
            Line("reported targets that nobody marked by name, topics apart", unmarked, named);
            Line("type right, where people marked a person, organisation or place", typeRight, typed);
            Line($"named entities of salience {LeastSalience} to 5 that are reported", salientFound, salient);
            Line("linked pronouns and nouns that belong to the target", linkedRight, linked);
            Line("pronouns and nouns of reported entities that are linked", linkedRight, linkable);
            Console.WriteLine($"topics reported: {topics}");
        }

        private static void Line(string what, int part, int whole) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-66}{(double)part / Math.Max(1, whole),7:0.000}  ({part} of {whole})"));
    }
}
