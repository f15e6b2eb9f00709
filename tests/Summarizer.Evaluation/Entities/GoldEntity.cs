using System.Text.Json;

namespace Summarizer.Evaluation.Entities;

/// <summary>An entity as readers marked it.</summary>
/// <param name="Salience">How many of five readers' summaries needed it.</param>
/// <param name="Names">Where it is named.</param>
/// <param name="Pronouns">Where a pronoun stands for it.</param>
/// <param name="Nouns">Where a noun phrase without its name does.</param>
internal sealed record GoldEntity(
    string Type, int Salience, IReadOnlyList<TextSpan> Names, IReadOnlyList<TextSpan> Pronouns, IReadOnlyList<TextSpan> Nouns)
{
    public static GoldEntity From(JsonElement entity)
    {
        var mentions = entity.GetProperty("mentions").EnumerateArray()
            .ToLookup(m => m.GetProperty("kind").GetString(), EntityJson.SpanOf);
        return new GoldEntity(
            entity.GetProperty("type").GetString()!,
            entity.GetProperty("salience").GetInt32(),
            [.. mentions["name"]],
            [.. mentions["pronoun"]],
            [.. mentions["noun"]]);
    }

    /// <summary>The entity that a target's names name; null when people marked none of them as a name.</summary>
    public static GoldEntity? NamedBy(IReadOnlyList<TextSpan> mentions, IEnumerable<GoldEntity> entities)
        => entities.Select(e => (Entity: e, Overlap: mentions.Sum(e.OverlapWith))).Where(e => e.Overlap > 0)
            .OrderByDescending(e => e.Overlap).FirstOrDefault().Entity;

    /// <summary>
    /// 0 to 1: a marked name may hold the target's with words around it, or stand inside of it; of nested names the one of
    /// most alike length is meant.
    /// </summary>
    private double OverlapWith(TextSpan mention)
        => Names.Where(n => n.Contains(mention) || mention.Contains(n))
            .Select(n => (double)Math.Min(n.Length, mention.Length) / Math.Max(n.Length, mention.Length)).DefaultIfEmpty(0).Max();
}
