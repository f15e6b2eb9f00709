using System.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>The seven-bit charsets of mail that switch by escape sequences: ISO-2022-JP, -KR and -CN.</summary>
internal static class EscapedCharset
{
    private const int Looked = 65_536;

    public static bool Uses(ReadOnlySpan<byte> content) => Find(content) is not null;

    public static Encoding? Find(ReadOnlySpan<byte> content)
    {
        var looked = content[..Math.Min(content.Length, Looked)];
        var at = looked.IndexOf((byte)0x1B);
        while (at >= 0 && at + 2 < looked.Length)
        {
            var sequence = looked[(at + 1)..];
            if (sequence.StartsWith("$B"u8) || sequence.StartsWith("$@"u8) || sequence.StartsWith("(J"u8) || sequence.StartsWith("(I"u8))
                return Encoding.GetEncoding(50220);
            if (sequence.StartsWith("$)C"u8))
                return Encoding.GetEncoding(50225);
            looked = sequence;
            at = looked.IndexOf((byte)0x1B);
        }

        return null;
    }
}
