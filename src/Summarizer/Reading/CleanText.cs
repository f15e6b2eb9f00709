using System.Buffers;
using System.Text;

namespace Summarizer.Reading;

/// <summary>
/// Makes characters safe to store and white space plain; the author's own characters stay as they are. Every string of an
/// article goes through <see cref="Fold(string)"/> as the last step of its reading, so that no entity and no escape of any
/// format can bring in what <see cref="string.Normalize()"/>, JSON or XML refuse.
/// </summary>
internal static class CleanText
{
    // Unicode's replacement character stands for what has no meaning: lone surrogates and NULs.
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    /// <summary>
    /// Line ends become "\n", lone surrogates and NULs U+FFFD; other control characters and Unicode's noncharacters vanish.
    /// Byte order marks within the text are left-overs of files joined together and vanish too.
    /// </summary>
    public static string Normalise(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (!IsNoncharacter(c, text[++i]))
                    clean.Append(c).Append(text[i]);
            }
            else if (char.IsSurrogate(c) || c == '\0')
            {
                clean.Append(Replacement);
            }
            else if (c == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                clean.Append('\n');
            }
            else if (c is '\n' or '\t' || (!char.IsControl(c) && c != '\uFEFF' && !IsNoncharacter(c)))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Characters made safe, white space of any kind, line ends included, folded to single spaces and trimmed.</summary>
    public static string Fold(string text)
    {
        var whole = text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
        return whole && IsFolded(text) && IsClean(text) ? text : Fold(text.AsSpan());
    }

    /// <inheritdoc cref="Fold(string)"/>
    public static string Fold(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!IsClean(text))
            text = Normalise(text.ToString()).AsSpan().Trim();
        if (IsFolded(text))
            return text.ToString();
        var folded = new StringBuilder(text.Length);
        AppendFolded(folded, text);
        return folded.ToString();
    }

    /// <summary>Whether text holds nothing that <see cref="Normalise"/> would change.</summary>
    private static bool IsClean(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Suspicious))
            return false;
        for (var at = text.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]) || IsNoncharacter(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    /// <summary>https://www.unicode.org/faq/private_use.html#noncharacters: U+FDD0 to U+FDEF and the last two of every plane.</summary>
    private static bool IsNoncharacter(char c) => c is (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    private static bool IsNoncharacter(char high, char low) => (char.ConvertToUtf32(high, low) & 0xFFFE) == 0xFFFE;

    private static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> text)
    {
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }

            if (space)
                folded.Append(' ');
            space = false;
            folded.Append(c);
        }
    }

    private static bool IsFolded(ReadOnlySpan<char> text)
    {
        var previous = 'x';
        foreach (var c in text)
        {
            if (c != ' ' ? char.IsWhiteSpace(c) : previous == ' ')
                return false;
            previous = c;
        }

        return true;
    }

    private static char[] SuspiciousCharacters()
    {
        var controls = Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t'));
        var noncharacters = Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(IsNoncharacter);
        return [.. controls, '\u2028', '\u2029', '\uFEFF', .. noncharacters];
    }
}
