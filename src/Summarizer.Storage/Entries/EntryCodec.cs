using System.IO.Compression;
using System.Text.Json;

namespace Summarizer.Storage.Entries;

/// <summary>Writes <see cref="EntryMetadata"/> into a metadata value, and reads it back.</summary>
internal static class EntryCodec
{
    /// <summary>Bytes of all metadata of a blob, names included; the service's own limit is 8 KiB.</summary>
    public const int Room = 7_900;

    /// <summary>Far more than fits into metadata by honest means.</summary>
    private const int MaxUnpacked = 256 * 1024;

    /// <summary>The value; null when it does not fit beside <paramref name="taken"/> bytes, so that readers turn to the result
    /// itself.</summary>
    public static string? Write(EntryMetadata metadata, int taken)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(brotli, metadata, StorageJson.Compact.EntryMetadata);
        var text = Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return text.Length + taken <= Room ? text : null;
    }

    /// <summary>What was written; null when it is not recognised.</summary>
    public static EntryMetadata? Read(string? value)
    {
        if (value is null)
            return null;
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(value)), CompressionMode.Decompress);
            var unpacked = new byte[MaxUnpacked];
            var length = brotli.ReadAtLeast(unpacked, MaxUnpacked, throwOnEndOfStream: false);
            return JsonSerializer.Deserialize(unpacked.AsSpan(0, length), StorageJson.Compact.EntryMetadata);
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException or JsonException)
        {
            return null;
        }
    }
}
