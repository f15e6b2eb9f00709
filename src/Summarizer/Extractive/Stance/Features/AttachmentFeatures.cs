using System.Numerics;
using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>
/// Whose subject and object a word of the lexicon takes: the nearest one named on its left and on its right, the target or somebody else.
/// English puts the doer before the verb and the one done to after it.
/// </summary>
internal static class AttachmentFeatures
{
    /// <summary>The numbers are part of trained features.</summary>
    private enum Named : byte
    {
        Nobody = 0,
        Somebody = 1,
        Target = 2,
    }

    public static void Extract<TSink>(ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        Span<Named> right = stackalloc Named[SentenceTokens.Most];
        var who = Named.Nobody;
        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            right[i] = who;
            who = After(tokens[i], who);
        }

        who = Named.Nobody;
        var speaker = Speaks(tokens, target) ? 1UL : 0;
        var sums = new SumFeatures();
        for (var i = 0; i < tokens.Length; i++)
        {
            var classes = (ulong)(tokens[i].Classes & LexiconClass.Content);
            if (classes != 0 && !tokens[i].Is(TokenTraits.Target))
            {
                var place = RelativePosition.From(tokens, i, target);
                var holds = (ulong)who + (4UL * (ulong)right[i]) + (place.IsPassive ? 16UL : 0);
                sums.Add(classes, place, who == Named.Target, right[i] == Named.Target);
                var said = speaker + (2 * (ulong)place.Quotes);
                for (var rest = classes; rest != 0; rest &= rest - 1)
                    Emit((ulong)BitOperations.TrailingZeroCount(rest), holds, said, place, ref sink);
                sink.Add(FeatureFamily.Attachment, FeatureHash.Join(FeatureId.WordHolders, tokens[i].Hash, holds), 1);
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

    private static Named After(in StanceToken token, Named who)
        => token.Is(TokenTraits.Target | TokenTraits.Mention) ? Named.Target
            : token.Is(TokenTraits.Name) || token.Is(LexiconClass.Pronoun) ? Named.Somebody
            : token.Is(TokenTraits.Boundary) && who != Named.Target ? Named.Nobody
            : who;

    private static void Emit<TSink>(ulong index, ulong holds, ulong said, RelativePosition place, ref TSink sink)
        where TSink : IFeatureSink
    {
        var negated = place.Negated ? 32UL : 0;
        sink.Add(FeatureFamily.Attachment,
            FeatureHash.Join(FeatureId.ClassHolders, index + (place.Nominal ? RoleFeatures.NominalShift : 0), holds), 1);
        sink.Add(
            FeatureFamily.Attachment,
            FeatureHash.Join(FeatureId.ClassHoldersDistance, index, holds + negated + (64 * (ulong)place.Bin)),
            1);
        sink.Add(FeatureFamily.Attachment, FeatureHash.Join(FeatureId.ClassHoldersClause, index, holds + (64 * place.Clause)), 1);
        sink.Add(FeatureFamily.Attachment, FeatureHash.Join(FeatureId.ClassSaid, index, said), 1);
    }
}
