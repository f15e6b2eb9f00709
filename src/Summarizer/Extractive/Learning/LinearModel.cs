using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Summarizer.Extractive.Learning;

/// <summary>
/// A trained linear classifier over hashed features: for each feature one signed byte a class, found by the feature's hash.
/// </summary>
/// <remarks>
/// Little-endian: the number of classes (4 bytes), the worth of a weight's unit (a float), then the slots, a power of two. A
/// slot is a check of two bytes, zero when the slot is free, and a byte for each class. A feature sits in the first free slot
/// from its hash on.
/// </remarks>
internal sealed class LinearModel
{
    public const int HeaderBytes = 8, CheckBytes = 2;

    /// <summary>Weights of one feature in memory: with room for all classes, so that one instruction adds them.</summary>
    private const int Lanes = 16;

    private readonly ushort[] checks;
    private readonly sbyte[] weights;
    private readonly int mask;

    /// <exception cref="InvalidDataException">The bytes are not such a model.</exception>
    public LinearModel(ReadOnlySpan<byte> bytes)
    {
        Classes = bytes.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var slotBytes = CheckBytes + Classes;
        var slots = (bytes.Length - HeaderBytes) / Math.Max(1, slotBytes);
        if (Classes is < 1 or > Lanes || (bytes.Length - HeaderBytes) % slotBytes != 0 || !BitOperations.IsPow2(slots))
            throw new InvalidDataException("The weights of a model are damaged; run its training command again.");
        mask = slots - 1;
        Unit = BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(int)..]);
        (checks, weights) = (new ushort[slots], new sbyte[slots * Lanes]);
        for (var slot = 0; slot < slots; slot++)
        {
            var from = bytes.Slice(HeaderBytes + (slot * slotBytes), slotBytes);
            checks[slot] = BinaryPrimitives.ReadUInt16LittleEndian(from);
            MemoryMarshal.Cast<byte, sbyte>(from[CheckBytes..]).CopyTo(weights.AsSpan(slot * Lanes));
        }

        // A search ends at a free slot.
        if (Array.IndexOf(checks, (ushort)0) < 0)
            throw new InvalidDataException("The weights of a model are damaged; run its training command again.");
    }

    public int Classes { get; }

    /// <summary>What one unit of a stored weight adds to a score.</summary>
    public float Unit { get; }

    /// <param name="path">Below the project's folder, such as <c>Extractive/Stance/stance.bin</c>.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without the file.</exception>
    public static LinearModel Open(string path)
    {
        using var stream = typeof(LinearModel).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The assembly was built without {path}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new LinearModel(bytes);
    }

    public static ushort CheckOf(ulong feature) => (ushort)Math.Max(1, feature >> 48);

    /// <summary>
    /// Adds a feature's weights to the sums of the classes, in units; a feature that training never saw adds nothing. Sums of
    /// up to 250 features fit.
    /// </summary>
    public void Add(ulong feature, ref Vector256<short> sums)
    {
        var check = CheckOf(feature);
        for (var slot = (int)feature & mask; checks[slot] != 0; slot = (slot + 1) & mask)
        {
            if (checks[slot] != check)
                continue;
            sums += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights[slot * Lanes]).ToVector256Unsafe());
            return;
        }
    }
}
