using System.Globalization;
using System.Text;
using Summarizer.Text;

namespace Summarizer.Catalog.Search;

/// <summary>One word of a text as it is searched.</summary>
/// <param name="Token">Folded: letters, digits and marks alone.</param>
/// <param name="Start">UTF-16 code units into the text, inclusive.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct Word(string Token, int Start, int End);

/// <summary>Splits text into the words that are searched: the same for texts and for what is searched in them.</summary>
/// <remarks>
/// In scripts that put no space between words, as Chinese, Japanese and Thai, and in Korean, each two neighbouring characters are
/// a word, and the last one besides: so a word of two characters is found, of which most Chinese words are, and which three
/// characters at a time would miss. What is longer is found as a phrase of these.
/// </remarks>
internal static class WordSplitter
{
    /// <param name="text">Any text.</param>
    /// <param name="isSought">Whether it is what somebody looks for: then the last character of several is no word of its own, as
    /// another may follow it in a text.</param>
    public static IEnumerable<Word> Split(string text, bool isSought = false)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = LengthAt(text, at);
            if (!IsPart(text, at))
            {
                at += length;
                continue;
            }

            var (start, dense) = (at, IsDense(text, at));
            while (at < text.Length && IsPart(text, at) && IsDense(text, at) == dense)
                at += LengthAt(text, at);
            if (dense)
            {
                foreach (var pair in Pairs(text, start, at, isSought))
                    yield return pair;
            }
            else if (Token(text[start..at]) is { Length: > 0 } token)
            {
                yield return new Word(token, start, at);
            }
        }
    }

    /// <summary>The words with a space between them.</summary>
    public static string Join(string? text) => string.IsNullOrEmpty(text) ? "" : string.Join(' ', Split(text).Select(w => w.Token));

    /// <summary>Whether a word is one character of a script without spaces, which stands at the beginning of pairs too.</summary>
    public static bool IsLoneDense(string token) => token.Length > 0 && LengthAt(token, 0) == token.Length && IsDense(token, 0);

    private static IEnumerable<Word> Pairs(string text, int start, int end, bool isSought)
    {
        for (var at = start; at < end;)
        {
            var next = at + LengthAt(text, at);
            if (isSought && next == end && at > start)
                yield break;
            var last = next < end ? next + LengthAt(text, next) : next;
            if (Token(text[at..last]) is { Length: > 0 } token)
                yield return new Word(token, at, last);
            at = next;
        }
    }

    private static string Token(string run)
    {
        if (Ascii.IsValid(run))
            return run.ToLowerInvariant();
        var folded = Folding.Fold(run);
        for (var i = 0; i < folded.Length; i += LengthAt(folded, i))
        {
            if (!IsPart(folded, i))
                return Parts(folded);
        }

        return folded;
    }

    private static string Parts(string folded)
    {
        var parts = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i += LengthAt(folded, i))
        {
            if (IsPart(folded, i))
                parts.Append(folded, i, LengthAt(folded, i));
        }

        return parts.ToString();
    }

    private static int LengthAt(string text, int at)
        => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private static bool IsPart(string text, int at)
    {
        var c = text[at];
        return c < 128 ? char.IsAsciiLetterOrDigit(c) : CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
            _ => false,
        };
    }

    /// <summary>Chinese characters beyond the first 65,536 among them.</summary>
    private static bool IsDense(string text, int at)
        => Scripts.HidesWordEnds(text[at]) || (text[at] is >= '\uD840' and <= '\uD88D' && LengthAt(text, at) == 2);
}
