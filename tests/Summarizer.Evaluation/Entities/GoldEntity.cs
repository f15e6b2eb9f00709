using System.Text.Json;

namespace Summarizer.Evaluation.Entities;

/// <summary>An entity as readers marked it.</summary>
/// <param name="Salience">How many of five readers' summaries needed it.</param>
/// <param name="Names">Where it is named.</param>
/// <param name="Others">Where a noun or a pronoun stands for it.</param>
internal sealed record GoldEntity(string Type, int Salience, IReadOnlyList<TextSpan> Names, IReadOnlyList<TextSpan> Others)
{
    public static GoldEntity From(JsonElement entity)
    {
        var mentions = entity.GetProperty("mentions").EnumerateArray()
            .ToLookup(m => m.GetProperty("kind").GetString() == "name", EntityJson.SpanOf);
        return new GoldEntity(
            entity.GetProperty("type").GetString()!, entity.GetProperty("salience").GetInt32(), [.. mentions[true]], [.. mentions[false]]);
    }

    /// <summary>How many of a target's mentions name this entity: a marked name may hold the target's with words around it.</summary>
    public int NamedBy(IEnumerable<TextSpan> mentions) => mentions.Count(m => Names.Any(n => n.Contains(m) || m.Contains(n)));

    /// <summary>Length of the shortest marked name around one of the mentions: of nested names the inner one is meant.</summary>
    public int ShortestAround(IReadOnlyList<TextSpan> mentions)
        => Names.Where(n => mentions.Any(m => n.Contains(m) || m.Contains(n))).Select(n => n.Length).DefaultIfEmpty(int.MaxValue).Min();
}
