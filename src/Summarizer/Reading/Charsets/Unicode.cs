using System.Text;
using System.Text.Unicode;

namespace Summarizer.Reading.Charsets;

/// <summary>Recognises the Unicode encodings, with and without a byte order mark.</summary>
internal static class Unicode
{
    private const int Looked = 4_096;

    public static (Encoding Encoding, int MarkLength)? ByMark(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Encoding.UTF8, 3);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (Encoding.UTF32, 4);
        if (content.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, 2);
        return content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Encoding.BigEndianUnicode, 2) : null;
    }

    /// <summary>
    /// UTF-16 and UTF-32 without a mark: letters, spaces and digits of most scripts leave zero bytes at fixed places;
    /// scripts without them are told by their spaces and line ends.
    /// </summary>
    public static Encoding? ByZeroes(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4)
            return null;
        var looked = content[..Math.Min(content.Length & ~3, Looked)];
        Span<int> zeroes = stackalloc int[4];
        zeroes.Clear();
        for (var i = 0; i < looked.Length; i++)
            zeroes[i & 3] += looked[i] == 0 ? 1 : 0;
        var units = looked.Length / 4;
        if (zeroes[2] >= units * 0.9 && zeroes[3] >= units * 0.9 && zeroes[0] < units * 0.5)
            return Encoding.UTF32;
        if (zeroes[0] >= units * 0.9 && zeroes[1] >= units * 0.9 && zeroes[3] < units * 0.5)
            return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        var even = zeroes[0] + zeroes[2];
        var odd = zeroes[1] + zeroes[3];
        if (even + odd == 0 || content.Length % 2 != 0 && even + odd < units / 4)
            return null;
        if (odd > even * 4 && odd >= Math.Max(1, units / 50) && IsText(looked, Encoding.Unicode))
            return Encoding.Unicode;
        return even > odd * 4 && even >= Math.Max(1, units / 50) && IsText(looked, Encoding.BigEndianUnicode)
            ? Encoding.BigEndianUnicode : null;
    }

    public static bool IsUtf8(ReadOnlySpan<byte> content)
    {
        if (Utf8.IsValid(content))
            return true;
        // A file cut off mid-character, or one stray byte in a long text, is still UTF-8.
        var text = Encoding.UTF8.GetString(content[..Math.Min(content.Length, 1 << 20)]);
        int wrong = 0, wide = 0;
        foreach (var c in text)
        {
            wrong += c == '\uFFFD' ? 1 : 0;
            wide += c >= 0x80 && c != '\uFFFD' ? 1 : 0;
        }

        return wide >= 4 && wrong <= Math.Max(1, wide / 50);
    }

    /// <summary>Control characters that no text holds, in number.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> content)
    {
        var looked = content[..Math.Min(content.Length, Looked * 4)];
        var controls = 0;
        foreach (var b in looked)
            controls += b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1B or 0x0E or 0x0F) ? 1 : 0;
        return controls > looked.Length / 20 && controls > 3;
    }

    private static bool IsText(ReadOnlySpan<byte> content, Encoding encoding)
    {
        int strange = 0, all = 0;
        foreach (var c in encoding.GetString(content[..(content.Length & ~1)]))
        {
            all++;
            strange += (char.IsControl(c) && !char.IsWhiteSpace(c)) || c == '\uFFFD' || !IsAssigned(c) ? 1 : 0;
        }

        return strange * 20 <= all;
    }

    private static bool IsAssigned(char c)
        => char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.OtherNotAssigned
            or System.Globalization.UnicodeCategory.PrivateUse);
}
