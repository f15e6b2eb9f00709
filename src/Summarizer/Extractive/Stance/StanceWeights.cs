using System.Runtime.InteropServices;
using Summarizer.Extractive.Stances.Features;

namespace Summarizer.Extractive.Stances;

/// <summary>The trained weights, in one table that a feature's hash looks up.</summary>
/// <remarks>
/// Little-endian: a header of <see cref="HeaderNumbers"/> floats (the worth of a weight's unit per family, two intercepts,
/// the sharpness), then the slots, a power of two. A feature sits in the first free slot from its hash on.
/// Against and favour are relative to neutral.
/// </remarks>
internal sealed class StanceWeights
{
    public const int HeaderNumbers = (int)FeatureFamily.Count + 3;

    /// <summary>Features looked up at a time.</summary>
    public const int Batch = 64;

    private static readonly Lazy<StanceWeights> Loaded = new(Load);
    private readonly float[] header;
    private readonly Slot[] slots;

    /// <exception cref="InvalidDataException">The bytes are not such a table.</exception>
    public StanceWeights(ReadOnlySpan<byte> bytes)
    {
        var slotBytes = bytes.Length - (HeaderNumbers * sizeof(float));
        if (slotBytes <= 0 || slotBytes % Slot.Size != 0 || !System.Numerics.BitOperations.IsPow2(slotBytes / Slot.Size))
            throw new InvalidDataException("The stance weights are damaged; run the training command again.");
        header = MemoryMarshal.Cast<byte, float>(bytes[..(HeaderNumbers * sizeof(float))]).ToArray();
        slots = MemoryMarshal.Cast<byte, Slot>(bytes[(HeaderNumbers * sizeof(float))..]).ToArray();
    }

    public static StanceWeights Shared => Loaded.Value;

    public float AgainstIntercept => header[(int)FeatureFamily.Count];

    public float FavorIntercept => header[(int)FeatureFamily.Count + 1];

    /// <summary>Multiplies the scores so that the probabilities mean what they say.</summary>
    public float Sharpness => header[(int)FeatureFamily.Count + 2];

    /// <summary>What one unit of a stored weight is worth.</summary>
    public float StepOf(FeatureFamily family) => header[(int)family];

    /// <summary>The weights of up to <see cref="Batch"/> features; zero of one that training never saw.</summary>
    /// <remarks>All slots are read before the first is judged, so that the memory is waited for once and not for each.</remarks>
    public void Find(ReadOnlySpan<ulong> features, Span<Slot> found)
    {
        var mask = slots.Length - 1;
        for (var i = 0; i < features.Length; i++)
            found[i] = slots[(int)features[i] & mask];
        for (var i = 0; i < features.Length; i++)
        {
            var check = Slot.CheckOf(features[i]);
            for (var at = (int)features[i] & mask; found[i].Check != 0 && found[i].Check != check; found[i] = slots[at])
                at = (at + 1) & mask;
        }
    }

    private static StanceWeights Load()
    {
        using var stream = typeof(StanceWeights).Assembly.GetManifestResourceStream("Extractive/Stance/stance.bin")
            ?? throw new InvalidOperationException("The assembly was built without the stance weights.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new StanceWeights(bytes);
    }

    /// <summary>One feature. A check of zero marks a free slot.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Slot(ushort Check, sbyte Against, sbyte Favor)
    {
        public const int Size = 4;

        public static ushort CheckOf(ulong feature) => (ushort)Math.Max(1, feature >> 48);
    }
}
