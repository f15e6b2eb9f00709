using System.Buffers.Binary;
using System.Numerics;
using Summarizer.Extractive.Learning;

namespace Summarizer.Training.Learning;

/// <summary>Writes trained weights in the form that <see cref="LinearModel"/> reads.</summary>
internal static class LinearModelFile
{
    /// <summary>Slots for each feature at least: most features of a new text are in no slot, and a full table is slow to say so.</summary>
    private const double Room = 1.7;

    /// <param name="weights">By the hash of the feature, one for each class.</param>
    /// <param name="classes">How many.</param>
    /// <param name="least">A feature none of whose weights reaches this is left out.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<ulong, float[]>> weights, int classes, double least)
    {
        var kept = weights.Where(w => w.Value.Any(v => Math.Abs(v) >= least)).OrderBy(w => w.Key).ToList();
        var unit = kept.Max(w => w.Value.Max(Math.Abs)) / sbyte.MaxValue;
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(kept.Count * Room));
        var size = LinearModel.CheckBytes + classes;
        var file = new byte[LinearModel.HeaderBytes + (slots * size)];
        BinaryPrimitives.WriteInt32LittleEndian(file, classes);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(sizeof(int)), unit);
        foreach (var (feature, values) in kept)
        {
            var slot = (int)feature & (slots - 1);
            while (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(LinearModel.HeaderBytes + (slot * size))) != 0)
                slot = (slot + 1) & (slots - 1);
            var at = file.AsSpan(LinearModel.HeaderBytes + (slot * size), size);
            BinaryPrimitives.WriteUInt16LittleEndian(at, LinearModel.CheckOf(feature));
            for (var c = 0; c < classes; c++)
                at[LinearModel.CheckBytes + c] = (byte)(sbyte)Math.Round(values[c] / unit);
        }

        return file;
    }
}
