using Summarizer.Extractive.Entities;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>What the words around a name say of its side, where the trained model, which knows persons only, is silent.</summary>
internal static class StanceHeuristics
{
    /// <summary>Words between a verb and whom it is done to: "vanquish all remnants and networks of the …".</summary>
    private const int Reach = 9;

    private static readonly WordListFile Sides = WordListFile.Open("Text/Lists/sides.txt");

    private static readonly WordSet Labels = Sides.Set("labels");

    private static readonly WordSet Fight = Sides.Set("fight");

    private static readonly WordSet Free = Sides.Set("free");

    private static readonly WordSet FreedFrom = Sides.Set("freed from", StringComparer.Ordinal);

    private static readonly WordSet Locations = Sides.Set("locations", StringComparer.Ordinal);

    /// <summary>Whom somebody fights whom the author favors.</summary>
    public static StanceProbabilities TowardOpponent { get; } = new(0.75, 0.2, 0.05);

    /// <summary>Draws a model's answer to where a label or a mere location draws it.</summary>
    public static StanceProbabilities Correct(AnalyzedText read, Target about, TargetMention mention, StanceProbabilities model)
    {
        var at = read.TokenAt(mention.Span.Start);
        if (about.Type == TargetType.Place && IsLocation(read, mention, at))
            return Mix(model, new StanceProbabilities(0, 1, 0), 0.7);
        return about.Type != TargetType.Person && IsLabelled(read, mention, at) ? Mix(model, new StanceProbabilities(1, 0, 0), 0.5) : model;
    }

    /// <summary>Whether a verb of fighting leads from the ally to the opponent in one sentence: "Roe vowed to defeat the NHA".</summary>
    public static bool Fights(AnalyzedText read, TargetMention ally, TargetMention opponent)
    {
        var (from, to) = (read.TokenAt(ally.Span.End - 1) + 1, read.TokenAt(opponent.Span.Start));
        var freed = false;
        for (var i = Math.Max(from, to - Reach); i < to; i++)
        {
            var word = read.Word(i);
            freed |= Free.Contains(word);
            if (Fight.Contains(word) || (freed && FreedFrom.Contains(word)))
                return !read.Word(Math.Max(from, i - 1)).SequenceEqual("by");
        }

        return false;
    }

    /// <summary>In Libya, of Libya, across Libya: something happens there.</summary>
    private static bool IsLocation(AnalyzedText read, TargetMention mention, int at)
        => !mention.IsAdjective && at > 0 && Locations.Contains(read.Word(at - 1));

    private static bool IsLabelled(AnalyzedText read, TargetMention mention, int at)
    {
        var (first, end) = read.TokensOf(mention.Sentence);
        var after = read.TokenAt(mention.Span.End - 1) + 1;
        return (at > first && Labels.Contains(read.Word(at - 1))) || (at > first + 1 && Labels.Contains(read.Word(at - 2)))
            || (after < end && Labels.Contains(read.Word(after)))
            || Labels.Contains(read.Word(after - 1));
    }

    private static StanceProbabilities Mix(StanceProbabilities a, StanceProbabilities b, double share) => new(
        (a.Against * (1 - share)) + (b.Against * share),
        (a.Neutral * (1 - share)) + (b.Neutral * share),
        (a.Favor * (1 - share)) + (b.Favor * share));
}
