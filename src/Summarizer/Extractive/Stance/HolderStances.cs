namespace Summarizer.Extractive.Stances;

/// <summary>What an article says of one target, by who says it.</summary>
internal sealed class HolderStances
{
    public StanceAggregate Author { get; } = new();

    /// <summary>By the number of the target that speaks, those that are quoted or reported.</summary>
    public SortedDictionary<int, StanceAggregate> Quoted { get; } = [];

    /// <param name="speaker">The author, or one who is named.</param>
    public StanceAggregate For(Attribution.Attribution speaker)
    {
        if (speaker.Speaker is not { } target)
            return Author;
        if (!Quoted.TryGetValue(target, out var stance))
            Quoted.Add(target, stance = new StanceAggregate());
        return stance;
    }
}
