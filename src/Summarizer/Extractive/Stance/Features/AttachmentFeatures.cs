using System.Numerics;
using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>
/// Whose subject and object a word of the lexicon takes: the nearest one named on its left and on its right, the target or somebody else.
/// English puts the doer before the verb and the one done to after it.
/// </summary>
internal static class AttachmentFeatures
{
    private const ulong Nobody = 0, Somebody = 1, Target = 2;

    public static void Extract<TSink>(ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<byte> right = stackalloc byte[SentenceTokens.Most];
        var who = Nobody;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            right[i] = (byte)who;
            who = After(tokens[i], who);
        }

        who = Nobody;
        var speaker = Speaks(tokens, target) ? 1UL : 0;
        var sums = new SumFeatures();
        for (var i = 0; i < tokens.Length; i++)
        {
            var classes = (ulong)(tokens[i].Classes & LexiconClass.Content);
            if (classes != 0 && !tokens[i].Is(TokenTraits.Target))
            {
                var place = RelativePosition.Of(tokens, i, target);
                var holds = who + (4UL * right[i]) + (place.Role is 1 or 3 ? 16UL : 0);
                sums.Add(classes, place, who == Target, right[i] == Target);
                var said = speaker + (2 * place.Quotes);
                for (var rest = classes; rest != 0; rest &= rest - 1)
                    Emit((ulong)BitOperations.TrailingZeroCount(rest), holds, said, place, ref sink);
                sink.Add(FeatureFamily.Attachment, TextHash.Join(63, tokens[i].Hash, holds), 1);
            }

            who = After(tokens[i], who);
        }

        sums.Emit(speaker, ref sink);
    }

    /// <summary>A verb of saying stands right beside the target: what is quoted is the target's word.</summary>
    private static bool Speaks(ReadOnlySpan<StanceToken> tokens, int target)
    {
        for (var i = Math.Max(0, target - 2); i < tokens.Length && i <= target + 2; i++)
        {
            if (tokens[i].Is(LexiconClass.Say))
                return true;
        }

        return false;
    }

    private static ulong After(in StanceToken token, ulong who)
        => token.Is(TokenTraits.Target | TokenTraits.Mention) ? Target
            : token.Is(TokenTraits.Name) || token.Is(LexiconClass.Pronoun) ? Somebody
            : token.Is(TokenTraits.Boundary) && who != Target ? Nobody
            : who;

    private static void Emit<TSink>(ulong index, ulong holds, ulong said, RelativePosition place, ref TSink sink)
        where TSink : IFeatureSink
    {
        var negated = place.Negated ? 32UL : 0;
        sink.Add(FeatureFamily.Attachment, TextHash.Join(60, index + (place.Nominal ? RoleFeatures.NominalShift : 0), holds), 1);
        sink.Add(FeatureFamily.Attachment, TextHash.Join(61, index, holds + negated + (64 * place.Bin)), 1);
        sink.Add(FeatureFamily.Attachment, TextHash.Join(62, index, holds + (64 * place.Clause)), 1);
        sink.Add(FeatureFamily.Attachment, TextHash.Join(64, index, said), 1);
    }
}
