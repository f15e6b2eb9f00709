using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Extractive.Stances;

/// <summary>What an article says of one target, by who says it.</summary>
internal sealed class HolderStances
{
    public StanceAggregate Author { get; } = new();

    /// <summary>By the number of the target that speaks, those that are quoted or reported.</summary>
    public SortedDictionary<int, StanceAggregate> Quoted { get; } = [];

    /// <summary>What all but the author say.</summary>
    public SentenceTotals Others
        => Quoted.Values.Select(s => s.Totals).Append(Unnamed.Totals).Aggregate(default(SentenceTotals), SentenceTotals.Add);

    /// <summary>Those whom the article does not name: "critics say".</summary>
    public StanceAggregate Unnamed { get; } = new();

    /// <summary>All voices together.</summary>
    public Portrayal Portrayal
        => Quoted.Values.Append(Unnamed).Aggregate(Author.Portrayal, (sum, s) => new Portrayal(
            sum.Favorable + s.Portrayal.Favorable, sum.Unfavorable + s.Portrayal.Unfavorable, sum.Sentences + s.Portrayal.Sentences));

    /// <param name="speaker">The author, or one who is named.</param>
    public StanceAggregate For(Attribution.Attribution speaker)
    {
        if (speaker.SpeakerKind == Attribution.SpeakerKind.Unnamed)
            return Unnamed;
        if (speaker.Speaker is not { } target)
            return Author;
        if (!Quoted.TryGetValue(target, out var stance))
            Quoted.Add(target, stance = new StanceAggregate());
        return stance;
    }
}
