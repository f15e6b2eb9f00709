using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances;

/// <summary>Where a word stands, seen from the target.</summary>
/// <param name="Role">0 target before it, 1 target before a passive, 2 target after it, 3 target after a passive and "by".</param>
/// <param name="Bin">Distance: up to 3, up to 8, beyond.</param>
/// <param name="Clause">0 the same clause, 1 the next, 2 farther.</param>
/// <param name="Quotes">Whether the word (1) and the target (2) stand in quotation marks.</param>
/// <param name="Distance">In tokens.</param>
/// <param name="Negated">The word is denied.</param>
/// <param name="Right">The word stands after the target.</param>
/// <param name="Nominal">A verb used as a noun.</param>
internal readonly record struct RelativePosition(
    ulong Role, ulong Bin, ulong Clause, ulong Quotes, int Distance, bool Negated, bool Right, bool Nominal)
{
    private const int PassiveReach = 3;

    public static RelativePosition Of(ReadOnlySpan<StanceToken> tokens, int word, int target)
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

        var by = !right && By(tokens, word, target);
        var role = right ? (passive ? 1UL : 0) : by ? 3UL : 2;
        var distance = to - from;
        var quotes = (tokens[word].Is(TokenTraits.Quoted) ? 1UL : 0) | (tokens[target].Is(TokenTraits.Quoted) ? 2UL : 0);
        return new RelativePosition(role, distance <= 3 ? 0UL : distance <= 8 ? 1UL : 2, (ulong)Math.Min(clauses, 2), quotes, distance, tokens[word].Is(TokenTraits.Negated), right, tokens[word].Is(TokenTraits.Nominal));
    }

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
