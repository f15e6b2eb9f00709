using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>
/// How plausible a decoded text is, by its characters beyond ASCII: letters that some language uses, in places where
/// letters stand, in one case within a word, and typographic marks at the edges of words.
/// </summary>
internal static class LetterScore
{
    private const double Unknown = -1;
    private const double Misplaced = -1.5;
    private const double Impossible = -4;
    private const double Mark = 0.5;

    // The commonest words of most languages hold no marks, so they tell the language before the charset is known.
    private const double Spoken = 0.4;

    /// <summary>Score per character beyond ASCII under the language that suits best.</summary>
    /// <param name="text">Decoded in the charset under trial.</param>
    /// <param name="language">What the plain letters of the text say it is in; null when they say nothing.</param>
    public static double Compute(string text, string? language)
    {
        var shape = Shape(text, out var high);
        if (high == 0)
            return 0;
        var best = double.NegativeInfinity;
        foreach (var alphabet in Alphabets.All)
            best = Math.Max(best, Letters(text, alphabet) + (alphabet.Language == language ? Spoken * high : 0));
        return (shape + best) / high;
    }

    private static double Letters(string text, Alphabet alphabet)
    {
        double score = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            if (c >= 0x80 && char.IsLetter(c))
                score += alphabet.Weight(lower) + (alphabet.IsPair(previous, lower) ? 0.4 : 0);
            previous = lower;
        }

        return score;
    }

    /// <summary>What does not depend on the language.</summary>
    private static double Shape(string text, out int high)
    {
        double score = 0;
        high = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
                continue;
            high++;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            if (c == '\uFFFD' || char.IsControl(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                score += Impossible;
            else if (char.IsLetter(c))
                score += Case(before, c, after) + (Scripts.IsLatin(c) ? Crowding(text, i) : 0);
            else
                score += ShapeOfMark(before, c, after);
        }

        return score;
    }

    /// <summary>A capital after a small letter stands in no word of any language; nor a letter amid digits.</summary>
    private static double Case(char before, char c, char after)
    {
        if (char.IsUpper(c) && char.IsLower(before))
            return Misplaced;
        if (char.IsUpper(c) && char.IsLetter(before) && char.IsLower(after))
            return Misplaced / 2;
        if (char.IsLetter(before) && Scripts.IsLatin(before) != Scripts.IsLatin(c))
            return Misplaced;
        return char.IsLower(c) && char.IsUpper(before) && char.IsUpper(after) ? Misplaced : 0;
    }

    /// <summary>Latin letters with marks stand among plain ones: three in a row are another script misread.</summary>
    private static double Crowding(string text, int at)
        => at >= 2 && text[at - 1] >= 0x80 && text[at - 2] >= 0x80 && char.IsLetter(text[at - 1]) && char.IsLetter(text[at - 2])
            ? Misplaced : 0;

    private static double ShapeOfMark(char before, char c, char after)
    {
        var within = char.IsLetter(before) && char.IsLetter(after);
        // The general currency sign is what older charsets have where the newer have the euro.
        if (c == '¤')
            return Impossible;
        if (c is '’' or '‘' or '\u00AD')
            return Mark;
        if (c is '“' or '”' or '„' or '«' or '»' or '–' or '—' or '…' or '‚' or '‹' or '›' or '€'
            or '°' or '§' or '\u00A0' or '·' or '¿' or '¡' or '©' or '®' or '№' or '•' or '´' or '£')
            return within && c is not ('–' or '—' or '\u00A0' or '·') ? Misplaced : Mark;
        if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            return Scripts.IsVowelMark(c) ? 0.5 : Unknown;
        return within ? Misplaced : c is '½' or '¼' or '²' or '³' or '×' or 'º' or 'ª' ? -0.1 : Unknown;
    }
}
