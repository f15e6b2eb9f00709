using System.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>The charset of bytes that say nothing about it, by what they would mean in each.</summary>
internal static class CharsetDetector
{
    public static bool Fits(ReadOnlySpan<byte> content, Encoding declared)
        => declared.CodePage is not (65001 or 1200 or 1201 or 12000 or 12001)
            && !declared.GetString(content[..Math.Min(content.Length, 65_536)]).Contains('\uFFFD', StringComparison.Ordinal);

    public static Encoding Detect(ReadOnlySpan<byte> content)
        => EscapedCharset.Find(content) ?? Encoding.GetEncoding(1252);
}
