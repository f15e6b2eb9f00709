using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances;

/// <summary>Where a word stands, seen from the target.</summary>
/// <param name="Role">On which side of the word the target stands, and whether a passive turns that round.</param>
/// <param name="Bin">How far away.</param>
/// <param name="Clause">0 the same clause, 1 the next, 2 farther.</param>
/// <param name="Quotes">Which of the two stand in quotation marks.</param>
/// <param name="Distance">In tokens.</param>
/// <param name="Negated">The word is denied.</param>
/// <param name="Right">The word stands after the target.</param>
/// <param name="Nominal">A verb used as a noun.</param>
internal readonly record struct RelativePosition(
    TargetRole Role, DistanceBin Bin, ulong Clause, QuotedEnds Quotes, int Distance, bool Negated, bool Right, bool Nominal)
{
    private const int PassiveReach = 3;

    public static RelativePosition From(ReadOnlySpan<StanceToken> tokens, int word, int target)
    {
        var right = word > target;
        int from = Math.Min(word, target), to = Math.Max(word, target), clauses = 0;
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].Is(TokenTraits.Boundary) || tokens[i].Is(LexiconClass.Contrast))
                clauses++;
        }

        var passive = false;
        for (var i = word - 1; i >= 0 && i >= word - PassiveReach && !tokens[i].Is(TokenTraits.Boundary); i--)
            passive |= tokens[i].Is(LexiconClass.Be) && tokens[word].Is(TokenTraits.Participle);

        var role = right
            ? passive ? TargetRole.BeforePassive : TargetRole.Before
            : By(tokens, word, target) ? TargetRole.AfterBy : TargetRole.After;
        var distance = to - from;
        var quotes = (tokens[word].Is(TokenTraits.Quoted) ? QuotedEnds.Word : 0)
            | (tokens[target].Is(TokenTraits.Quoted) ? QuotedEnds.Target : 0);
        return new RelativePosition(
            role,
            distance <= 3 ? DistanceBin.Beside : distance <= 8 ? DistanceBin.Near : DistanceBin.Far,
            (ulong)Math.Min(clauses, 2),
            quotes,
            distance,
            tokens[word].Is(TokenTraits.Negated),
            right,
            tokens[word].Is(TokenTraits.Nominal));
    }

    public bool IsPassive => Role is TargetRole.BeforePassive or TargetRole.AfterBy;

    /// <summary>The target is the subject, of an active verb or behind the "by" of a passive.</summary>
    public bool IsSubject => Role is TargetRole.Before or TargetRole.AfterBy;

    private static bool By(ReadOnlySpan<StanceToken> tokens, int word, int target)
    {
        for (var i = target - 1; i > word && i >= target - 3; i--)
        {
            if (tokens[i].Is(LexiconClass.By))
                return true;
        }

        return false;
    }
}

/// <summary>Where the target stands in the sentence, seen from a word. The numbers are part of trained features.</summary>
internal enum TargetRole : ulong
{
    Before = 0,
    BeforePassive = 1,
    After = 2,

    /// <summary>After the word and "by".</summary>
    AfterBy = 3,
}

/// <summary>The numbers are part of trained features.</summary>
internal enum DistanceBin : ulong
{
    /// <summary>Up to three tokens.</summary>
    Beside = 0,

    /// <summary>Up to eight.</summary>
    Near = 1,
    Far = 2,
}

/// <summary>The numbers are part of trained features.</summary>
[Flags]
internal enum QuotedEnds : ulong
{
    None = 0,
    Word = 1,
    Target = 2,
}
