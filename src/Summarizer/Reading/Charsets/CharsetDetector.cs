using System.Text;
using Summarizer.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>
/// The charset of bytes that say nothing about it: escape sequences first, then the structure of the East Asian
/// charsets, then each single-byte charset by how plausible its letters are in some language.
/// </summary>
internal static class CharsetDetector
{
    private const int Looked = 16_384;

    // Frequent letters in frequent pairs, in every word.
    private const double Certain = 0.65;

    // Most text of unknown charset is windows-1252: its rivals have to be a little better.
    private const double Usual = 0.15;

    /// <summary>Code pages in the order of their use; the first of equals wins.</summary>
    private static readonly int[] SingleByte =
    [
        1252, 1251, 1250, 1254, 1253, 1256, 1255, 1257, 874, 28592, 20866, 21866, 28605, 28595, 28597, 28599, 28598, 28596, 28593, 28594,
        28603, 1258,
        866, 852, 855, 850, 437, 737, 862, 857, 775, 865, 10000, 10007, 10029, 10006, 10081,
    ];

    public static bool Fits(ReadOnlySpan<byte> content, Encoding declared)
        => declared.CodePage is not (65001 or 1200 or 1201 or 12000 or 12001)
            && !declared.GetString(content[..Math.Min(content.Length, 65_536)]).Contains('\uFFFD', StringComparison.Ordinal);

    public static Encoding Detect(ReadOnlySpan<byte> content)
    {
        if (EscapedCharset.Find(content) is { } escaped)
            return escaped;
        var sample = Sample(content);
        var (single, score) = ByLetters(sample);
        // Words of a few letters can pass for pairs; pairs never pass for words.
        return score < Certain && EastAsian.Find(sample) is { } page ? Encoding.GetEncoding(page) : single;
    }

    private static (Encoding Encoding, double Score) ByLetters(byte[] sample)
    {
        var best = Encoding.GetEncoding(1252);
        var language = LanguageDetector.Detect(Encoding.ASCII.GetString(sample).Replace('?', ' '));
        var bestScore = LetterScore.Compute(best.GetString(sample), language) + Usual;
        foreach (var page in SingleByte)
        {
            var encoding = Encoding.GetEncoding(page);
            var score = LetterScore.Compute(encoding.GetString(sample), language);
            if (score > bestScore + 1e-9)
                (best, bestScore) = (encoding, score);
        }

        return (best, bestScore);
    }

    /// <summary>The stretches around bytes beyond ASCII: an English text may hold three of them in a megabyte.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> content)
    {
        if (content.Length <= Looked)
            return content.ToArray();
        var sample = new List<byte>(Looked);
        var at = 0;
        while (at < content.Length && sample.Count < Looked)
        {
            var next = content[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                break;
            // From the start of a line or word, so that no double byte is cut in two.
            var start = Math.Max(at, at + next - 20);
            while (start < at + next && content[start] > 0x40)
                start++;
            var end = Math.Min(content.Length, at + next + 200);
            while (end < content.Length && content[end] > 0x20 && end - at - next < 400)
                end++;
            sample.AddRange(content[start..end]);
            at = end;
        }

        return [.. sample];
    }
}
