using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>
/// Turns of phrase round the target with the words of the lexicon replaced by their class and names by a mark,
/// so that "TARGET was accused by NAME" is learned once for every verb of accusing.
/// </summary>
internal static class PatternFeatures
{
    private const int Reach = 7;
    private const int Longest = 5;
    private static readonly ulong NameHash = TextHash.Compute("<name>");
    private static readonly ulong OtherHash = TextHash.Compute("<other>");

    public static void Extract<TSink>(ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<ulong> shapes = stackalloc ulong[(2 * Reach) + 1];
        int from = Math.Max(0, target - Reach), to = Math.Min(tokens.Length, target + Reach + 1), count = 0;
        for (var i = from; i < to; i++)
            shapes[count++] = ShapeOf(tokens[i]);
        var at = target - from;
        for (var i = 0; i < count; i++)
        {
            var hash = (ulong)FeatureId.PatternStart;
            for (var j = i; j < count && j < i + Longest; j++)
            {
                hash = TextHash.Join(hash, shapes[j]);
                if (j > i)
                    sink.Add(FeatureFamily.Patterns, FeatureHash.Join(FeatureId.Pattern, hash), 1);
            }
        }

        // The way from the target to a word of the lexicon on its right, and back to one on its left.
        var path = (ulong)FeatureId.PathAfter;
        for (var j = at; j < count; j++)
        {
            path = TextHash.Join(path, shapes[j]);
            if (j > at && tokens[from + j].Is(LexiconClass.Content))
                sink.Add(FeatureFamily.Patterns, path, 1);
        }

        path = (ulong)FeatureId.PathBefore;
        for (var j = at; j >= 0; j--)
        {
            path = TextHash.Join(path, shapes[j]);
            if (j < at && tokens[from + j].Is(LexiconClass.Content))
                sink.Add(FeatureFamily.Patterns, path, 1);
        }
    }

    private static ulong ShapeOf(in StanceToken token)
        => token.Is(TokenTraits.Target | TokenTraits.Mention | TokenTraits.Punctuation) ? token.Hash
            : token.Is(TokenTraits.Name) ? NameHash
            : token.Is(LexiconClass.Content) ? (ulong)(token.Classes & LexiconClass.Content)
                + (token.Is(TokenTraits.Nominal) ? 1UL << 61 : token.Is(TokenTraits.Participle) ? 1UL << 60 : 0)
            : token.Classes != 0 ? token.Hash
            : OtherHash;
}
