using System.Buffers.Binary;
using System.Numerics;
using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Stances.Features;

namespace Summarizer.Training;

/// <summary>Writes trained weights in the form that <see cref="StanceWeights"/> reads, one signed byte a weight.</summary>
internal static class WeightsFile
{
    public static byte[] Write(FeatureTable table, double[] weights, double sharpness)
    {
        const int Header = StanceWeights.HeaderNumbers * sizeof(float), Slot = StanceWeights.Slot.Size;
        var features = table.Count;
        var (against, favor) = (Relative(weights, features, 0), Relative(weights, features, 2));
        var steps = Steps(table, against, favor);
        var kept = Enumerable.Range(0, features)
            .Select(i => (Hash: table.Hashes[i], Against: Quantised(against[i], steps[(int)table.Families[i]]),
                Favor: Quantised(favor[i], steps[(int)table.Families[i]])))
            .Where(f => f.Against != 0 || f.Favor != 0)
            .ToList();
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)(kept.Count * 3 / 2));
        var file = new byte[Header + (slots * Slot)];
        for (var family = 0; family < steps.Length; family++)
            Number(file, family, steps[family]);
        Number(file, steps.Length, (against[features] * SoftmaxTrainer.InterceptScale) + Calibration.AgainstShift);
        Number(file, steps.Length + 1, (favor[features] * SoftmaxTrainer.InterceptScale) + Calibration.FavorShift);
        Number(file, steps.Length + 2, sharpness);
        foreach (var (hash, a, f) in kept)
        {
            var at = (int)hash & (slots - 1);
            while (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(Header + (at * Slot))) != 0)
                at = (at + 1) & (slots - 1);
            var slot = file.AsSpan(Header + (at * Slot), Slot);
            BinaryPrimitives.WriteUInt16LittleEndian(slot, StanceWeights.Slot.CheckOf(hash));
            (slot[2], slot[3]) = ((byte)a, (byte)f);
        }

        return file;
    }

    private static double[] Relative(double[] weights, int features, int label)
    {
        var relative = new double[features + 1];
        for (var i = 0; i <= features; i++)
            relative[i] = weights[(i * SoftmaxTrainer.Classes) + label] - weights[(i * SoftmaxTrainer.Classes) + 1];
        return relative;
    }

    /// <summary>What one unit of a stored weight is worth, by family.</summary>
    private static double[] Steps(FeatureTable table, double[] against, double[] favor)
    {
        var steps = new double[(int)FeatureFamily.Count];
        for (var i = 0; i < table.Count; i++)
        {
            ref var step = ref steps[(int)table.Families[i]];
            step = Math.Max(step, Math.Max(Math.Abs(against[i]), Math.Abs(favor[i])) / sbyte.MaxValue);
        }

        return steps;
    }

    private static sbyte Quantised(double weight, double step) => (sbyte)Math.Round(weight / step);

    private static void Number(byte[] file, int index, double value)
        => BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(index * sizeof(float)), (float)value);
}
