using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>The numbers that the model's weights are stored under: a feature's id joined with what it was found with.</summary>
internal static class FeatureHash
{
    public static ulong Join(FeatureId id, ulong value) => TextHash.Join((ulong)id, value);

    public static ulong Join(FeatureId id, ulong value, ulong other) => TextHash.Join((ulong)id, value, other);
}
