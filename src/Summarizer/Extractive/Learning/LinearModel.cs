using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    private const int MostClasses = 16;

    /// <summary>The most classes of a model that keeps the weights of a feature in a half as wide a place.</summary>
    private const int FewClasses = 8;

    /// <summary>Features looked up at a time.</summary>
    private const int Batch = 64;

    private readonly ushort[] checks;

    /// <summary>With room for as many classes as one instruction adds; the fewer bytes, the more of them stay in the cache.</summary>
    private readonly sbyte[] weights;

    private readonly int lanes;
    private readonly int mask;

    /// <exception cref="InvalidDataException">The bytes are not such a model.</exception>
    public LinearModel(ReadOnlySpan<byte> bytes)
    {
        Classes = bytes.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var slotBytes = CheckBytes + Classes;
        var slots = (bytes.Length - HeaderBytes) / Math.Max(1, slotBytes);
        if (Classes is < 1 or > MostClasses || (bytes.Length - HeaderBytes) % slotBytes != 0 || !BitOperations.IsPow2(slots))
            throw new InvalidDataException("The weights of a model are damaged; run its training command again.");
        mask = slots - 1;
        Unit = BinaryPrimitives.ReadSingleLittleEndian(bytes[sizeof(int)..]);
        lanes = Classes <= FewClasses ? FewClasses : MostClasses;
        (checks, weights) = (new ushort[slots], new sbyte[slots * lanes]);
        for (var slot = 0; slot < slots; slot++)
        {
            var from = bytes.Slice(HeaderBytes + (slot * slotBytes), slotBytes);
            checks[slot] = BinaryPrimitives.ReadUInt16LittleEndian(from);
            MemoryMarshal.Cast<byte, sbyte>(from[CheckBytes..]).CopyTo(weights.AsSpan(slot * lanes));
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
    /// Adds the weights of features to the sums of the classes, in units; a feature that training never saw adds nothing. Sums
    /// of up to 250 features fit.
    /// </summary>
    /// <remarks>All slots are read before the first is judged, so that the memory is waited for once and not for each.</remarks>
    public void Add(ReadOnlySpan<ulong> features, ref Vector256<short> sums)
    {
        Span<ushort> found = stackalloc ushort[Batch];
        for (; !features.IsEmpty; features = features[Math.Min(Batch, features.Length)..])
        {
            var batch = features[..Math.Min(Batch, features.Length)];
            for (var i = 0; i < batch.Length; i++)
                found[i] = checks[(int)batch[i] & mask];
            for (var i = 0; i < batch.Length; i++)
            {
                if (found[i] != 0)
                    Add(batch[i], ref sums);
            }
        }
    }

    private void Add(ulong feature, ref Vector256<short> sums)
    {
        var check = CheckOf(feature);
        for (var slot = (int)feature & mask; checks[slot] != 0; slot = (slot + 1) & mask)
        {
            if (checks[slot] != check)
                continue;
            ref var first = ref weights[slot * lanes];
            var bytes = lanes == FewClasses
                ? Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref first))).AsSByte()
                : Vector128.LoadUnsafe(ref first);
            sums += Vector256.WidenLower(bytes.ToVector256Unsafe());
            return;
        }
    }
}
