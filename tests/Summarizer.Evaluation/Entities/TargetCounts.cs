using System.Globalization;
using Summarizer.Extractive.Entities;

namespace Summarizer.Evaluation.Entities;

/// <summary>Reported targets against the entities that readers marked.</summary>
internal sealed class TargetCounts
{
    /// <summary>So many of five readers' summaries make an entity one that must be reported.</summary>
    private const int LeastSalience = 3;

    private int named;
    private int topics;
    private int unmarked;
    private int typed;
    private int typeRight;
    private int salient;
    private int salientFound;
    private LinkCounts pronouns;
    private LinkCounts nouns;

    public void Add(IReadOnlyList<GoldEntity> entities, IReadOnlyList<Target> reported)
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
            var entity = GoldEntity.NamedBy(mentions, entities);
            if (entity is null)
            {
                unmarked++;
                continue;
            }

            var isNew = found.Add(entity);
            pronouns = pronouns.Add(target, LinkKind.Pronoun, entity.Pronouns, isNew);
            nouns = nouns.Add(target, LinkKind.Noun, entity.Nouns, isNew);
            if (EntityJson.Types.Contains(entity.Type))
                (typed, typeRight) = (typed + 1, typeRight + (entity.Type == EntityJson.NameOf(target.Type) ? 1 : 0));
        }

        GoldEntity[] due = [.. entities.Where(
            e => e.Salience >= LeastSalience && e.Names.Count > 0 && EntityJson.Types.Contains(e.Type))];
        (salient, salientFound) = (salient + due.Length, salientFound + due.Count(found.Contains));
    }

    public void Print(TextWriter to)
    {
        Line(to, "reported targets that nobody marked by name, topics apart", unmarked, named);
        Line(to, "type right, where people marked a person, organisation or place", typeRight, typed);
        Line(to, $"named entities of salience {LeastSalience} to 5 that are reported", salientFound, salient);
        Print(to, "pronouns", pronouns);
        Print(to, "nouns", nouns);
        Print(to, "pronouns and nouns", pronouns + nouns);
        to.WriteLine($"topics reported: {topics}");
    }

    private static void Print(TextWriter to, string what, LinkCounts counts)
    {
        Line(to, $"linked {what} that belong to the target", counts.Right, counts.Linked);
        Line(to, $"{what} of reported entities that are linked", counts.Right, counts.Linkable);
    }

    private static void Line(TextWriter to, string what, int part, int whole) => to.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-66}{(double)part / Math.Max(1, whole),7:0.000}  ({part} of {whole})"));
}
