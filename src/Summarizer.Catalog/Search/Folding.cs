using System.Globalization;
using System.Text;
using Summarizer.Storage;

namespace Summarizer.Catalog.Search;

/// <summary>Text as it is compared and searched.</summary>
internal static class Folding
{
    /// <summary>Lower case without accents, so that the reader need not know how a name is written; any string can be folded.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (Ascii.IsValid(text))
            return text.Trim().ToLowerInvariant();
        // Neither half a surrogate pair, which comes as U+FFFD here, nor a noncharacter can be normalised.
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(UnicodeText.IsNoncharacter(rune) ? Rune.ReplacementChar : Rune.ToLowerInvariant(rune));
        var folded = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c)); // Some signs come apart into capitals.
        }

        return folded.ToString().Trim();
    }

    /// <summary>The text as the database gives it back: without half surrogate pairs.</summary>
    public static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return Mended(text);
            i++;
        }

        return text;
    }

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            mended.Append(rune);
        return mended.ToString();
    }
}
