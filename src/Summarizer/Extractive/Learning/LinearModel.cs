using System.Buffers.Binary;
using System.Numerics;

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

    private readonly byte[] bytes;
    private readonly int slotBytes;
    private readonly int mask;

    /// <exception cref="InvalidDataException">The bytes are not such a model.</exception>
    public LinearModel(byte[] bytes)
    {
        this.bytes = bytes;
        Classes = bytes.Length < HeaderBytes ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        slotBytes = CheckBytes + Classes;
        var slots = (bytes.Length - HeaderBytes) / Math.Max(1, slotBytes);
        if (Classes is < 1 or > 64 || (bytes.Length - HeaderBytes) % slotBytes != 0 || !BitOperations.IsPow2(slots))
            throw new InvalidDataException("The weights of a model are damaged; run its training command again.");
        mask = slots - 1;
        Unit = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(sizeof(int)));
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

    /// <summary>Adds a feature's weights to the sums of the classes, in units; a feature that training never saw adds nothing.</summary>
    public void Add(ulong feature, Span<int> sums)
    {
        var check = CheckOf(feature);
        for (var slot = (int)feature & mask; ; slot = (slot + 1) & mask)
        {
            var at = bytes.AsSpan(HeaderBytes + (slot * slotBytes), slotBytes);
            var found = BinaryPrimitives.ReadUInt16LittleEndian(at);
            if (found == 0)
                return;
            if (found != check)
                continue;
            for (var c = 0; c < sums.Length; c++)
                sums[c] += (sbyte)at[CheckBytes + c];
            return;
        }
    }
}
