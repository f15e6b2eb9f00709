using System.Buffers.Binary;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>
/// Words that stand in the same places of running text share a number, learned from unlabelled news in several languages.
/// </summary>
/// <remarks>Rows of six bytes, little-endian, in order: the upper half of the word's hash, and its cluster from 1.</remarks>
internal static class WordClusters
{
    private const string Path = "Extractive/Entities/Recognition/clusters.bin";

    private const int RowBytes = 6;

    private static readonly Dictionary<uint, ushort> Clusters = Load();

    /// <summary>0 for a word that was too rare to be seen.</summary>
    public static ulong Of(ulong hash) => Clusters.GetValueOrDefault((uint)(hash >> 32));

    private static Dictionary<uint, ushort> Load()
    {
        using var stream = typeof(WordClusters).Assembly.GetManifestResourceStream(Path)
            ?? throw new InvalidOperationException($"The assembly was built without {Path}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var clusters = new Dictionary<uint, ushort>(bytes.Length / RowBytes);
        for (var at = 0; at < bytes.Length; at += RowBytes)
        {
            var row = bytes.AsSpan(at, RowBytes);
            clusters[BinaryPrimitives.ReadUInt32LittleEndian(row)] = BinaryPrimitives.ReadUInt16LittleEndian(row[sizeof(uint)..]);
        }

        return clusters;
    }
}
