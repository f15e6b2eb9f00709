using System.Buffers;
using System.Text;

namespace Summarizer.Reading;

/// <summary>Makes characters safe to store and white space plain; the author's own characters stay as they are.</summary>
internal static class CleanText
{
    // Unicode's replacement character stands for what has no meaning: lone surrogates and NULs.
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    /// <summary>
    /// Line ends become "\n", lone surrogates and NULs U+FFFD, other control characters vanish. Byte order marks within
    /// the text are left-overs of files joined together and vanish too.
    /// </summary>
    public static string Normalise(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspicious) < 0 && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c == '\0')
                clean.Append(Replacement);
            else if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (c is '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
                clean.Append('\n');
            else if (c is '\n' or '\t' || (!char.IsControl(c) && c is not ('\uFEFF' or '\uFFFE' or '\uFFFF')))
                clean.Append(c);
        }

        return clean.ToString();
    }

    /// <summary>White space of any kind, line ends included, folded to single spaces and trimmed.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (IsFolded(text))
            return text.ToString();
        var folded = new StringBuilder(text.Length);
        AppendFolded(folded, text);
        return folded.ToString();
    }

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
        => [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF'];
}
