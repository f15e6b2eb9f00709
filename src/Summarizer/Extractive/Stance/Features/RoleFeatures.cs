using System.Numerics;
using Summarizer.Extractive.Stances.Lexicon;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>Who does it to whom: each word of the lexicon by its place relative to the target.</summary>
internal static class RoleFeatures
{
    /// <summary>Moves the class of a verb used as a noun out of the way of the verb's.</summary>
    public const ulong NominalShift = 64;

    public static void Extract<TSink>(ReadOnlySpan<StanceToken> tokens, int target, ref TSink sink)
        where TSink : IFeatureSink
    {
        int nearestLeft = -1, nearestRight = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            var classes = tokens[i].Classes & LexiconClass.Content;
            if (classes == 0)
                continue;
            if (i < target)
                nearestLeft = i;
            else if (nearestRight < 0)
                nearestRight = i;
            var place = RelativePosition.From(tokens, i, target);
            for (var rest = (ulong)classes; rest != 0; rest &= rest - 1)
            {
                var index = BitOperations.TrailingZeroCount(rest);
                Emit((ulong)index, place, ref sink);
            }

            if ((classes & LexiconClass.Verbs) != 0)
                sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.VerbRole, tokens[i].Hash, (ulong)place.Role), 1);
        }

        var left = nearestLeft < 0 ? 0 : (ulong)(tokens[nearestLeft].Classes & LexiconClass.Content);
        var right = nearestRight < 0 ? 0 : (ulong)(tokens[nearestRight].Classes & LexiconClass.Content);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.NearestBefore, left), 1);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.NearestAfter, right), 1);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.NearestPair, left, right), 1);
    }

    private static void Emit<TSink>(ulong index, RelativePosition place, ref TSink sink)
        where TSink : IFeatureSink
    {
        var negated = place.Negated ? 1UL : 0;
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.Class, index + (place.Nominal ? NominalShift : 0), negated), 1);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.ClassRole, index, (ulong)place.Role + (negated << 4)), 1);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.ClassRoleDistance, index, (ulong)place.Role + ((ulong)place.Bin << 4)), 1);
        sink.Add(FeatureFamily.Roles,
            FeatureHash.Join(FeatureId.ClassRoleClause, index, (ulong)place.Role + (place.Clause << 4) + (negated << 8)), 1);
        sink.Add(FeatureFamily.Roles, FeatureHash.Join(FeatureId.ClassQuotes, index, (ulong)place.Quotes), 1);
    }
}
