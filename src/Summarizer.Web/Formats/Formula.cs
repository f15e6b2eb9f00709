using System.Globalization;
using System.Text;

namespace Summarizer.Web.Formats;

/// <summary>Keeps a table's cells from being run as formulas by spreadsheets (OWASP, "CSV Injection").</summary>
/// <remarks>
/// An apostrophe goes before such a cell; spreadsheets hide it. To have the value back, take one apostrophe off a cell that
/// begins with one and whose rest would have been given one.
/// </remarks>
public static class Formula
{
    /// <summary>
    /// Begins a formula: the signs of ASCII, and their full-width and small forms, which East Asian spreadsheets take for them.
    /// </summary>
    private const string Signs = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";

    /// <summary>Letters and symbols without a picture: fillers of Hangul, the empty pattern of Braille.</summary>
    private const string Blank = "\u115F\u1160\u3164\uFFA0\u2800";

    public static string Neutralize(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsFormula(value) ? "'" + value : value;
    }

    /// <summary>Whether a spreadsheet may run a cell: what it strips or hides is skipped. Plain numbers stay numbers.</summary>
    private static bool IsFormula(string value)
    {
        var bare = value.AsSpan().TrimStart('\'');
        // These end a cell or a line when a table is pasted, and what follows begins a new one.
        if (bare is ['\t' or '\r' or '\n', ..])
            return true;
        foreach (var rune in bare.EnumerateRunes())
        {
            if (rune.Value <= char.MaxValue && Signs.Contains((char)rune.Value, StringComparison.Ordinal))
                return !IsNumber(bare);
            if (!IsInvisible(rune) && rune.Value != '\'')
                return false;
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => double.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture,
        out var number) && double.IsFinite(number);

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.OtherNotAssigned => true,
        _ => rune.Value <= char.MaxValue && Blank.Contains((char)rune.Value, StringComparison.Ordinal),
    };
}
