using System.Globalization;
using System.Text;

namespace Summarizer.Text;

/// <summary>Where a text may be cut: never inside a character as a reader sees it, and for quotes never inside a word.</summary>
internal static class TextBoundary
{
    /// <summary>Whether a cut at <paramref name="position"/> would split a surrogate pair, a CRLF, or a mark from its letter.</summary>
    public static bool Splits(ReadOnlySpan<char> text, int position)
    {
        if (position <= 0 || position >= text.Length)
            return false;
        var (before, after) = (text[position - 1], text[position]);
        if (before < 0x80 && after < 0x80)
            return before == '\r' && after == '\n';
        if (SplitsPair(text, position))
            return true;
        return before == Joiner || after == Joiner || IsMark(text, position);
    }

    /// <summary>The nearest place at or before <paramref name="position"/> where a cut splits nothing.</summary>
    public static int Before(ReadOnlySpan<char> text, int position)
    {
        var least = position - MostMarks;
        while (Splits(text, position) && (position > least || SplitsPair(text, position)))
            position--;
        return position;
    }

    /// <summary>The nearest place at or after <paramref name="position"/> where a cut splits nothing.</summary>
    public static int After(ReadOnlySpan<char> text, int position)
    {
        var most = position + MostMarks;
        while (Splits(text, position) && (position < most || SplitsPair(text, position)))
            position++;
        return position;
    }

    /// <summary>Whether <paramref name="position"/> lies between two letters or digits of one written word.</summary>
    public static bool InsideWord(ReadOnlySpan<char> text, int position)
        => position > 0 && position < text.Length
            && IsOfSpacedWord(text[position - 1]) && IsOfSpacedWord(text[position]);

    /// <summary>At most <paramref name="length"/> characters of <paramref name="text"/>, cut where nothing is split.</summary>
    public static string Cut(string text, int length)
        => text.Length <= length ? text : text[..Before(text, length)];

    /// <summary>
    /// UTF-16 code units of marks and joined pictures beyond which a character is no longer kept whole: no language stacks so
    /// many, and a text may consist of nothing else. Unicode's stream-safe form (UAX #15) allows 30 marks.
    /// </summary>
    private const int MostMarks = 60;

    private const char Joiner = '\u200D';

    private static bool SplitsPair(ReadOnlySpan<char> text, int position)
        => position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);

    private static bool IsMark(ReadOnlySpan<char> text, int position)
    {
        var category = char.IsHighSurrogate(text[position])
                && Rune.DecodeFromUtf16(text[position..], out var rune, out _) == System.Buffers.OperationStatus.Done
            ? SkinTone(rune) ? UnicodeCategory.EnclosingMark : Rune.GetUnicodeCategory(rune)
            : char.GetUnicodeCategory(text[position]);
        return category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static bool SkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>Letters and digits, except of the scripts that write words without spaces between them.</summary>
    private static bool IsOfSpacedWord(char c)
        => c < 0x80
            ? char.IsAsciiLetterOrDigit(c)
            : char.IsLetterOrDigit(c) && !Scripts.HidesWordEnds(c);
}
