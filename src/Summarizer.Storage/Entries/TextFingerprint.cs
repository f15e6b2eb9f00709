using System.Security.Cryptography;
using System.Text;

namespace Summarizer.Storage.Entries;

/// <summary>Tells when two articles are editions of one work.</summary>
internal static class TextFingerprint
{
    /// <summary>The same for texts with the same words, whatever stands between them; null for a text without any.</summary>
    /// <remarks>Known without the text; editions that differ are found when that is read.</remarks>
    public static string? Compute(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[4];
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
                continue;
            letters++;
            hash.AppendData(bytes[..Rune.ToLowerInvariant(rune).EncodeToUtf8(bytes)]);
        }

        return letters == 0 ? null : Convert.ToBase64String(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
