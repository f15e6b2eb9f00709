using System.Globalization;

namespace Summarizer.Text;

/// <summary>
/// A word of a text, apart from what hyphens and apostrophes join to it: "Anglo-French" and "Roe's" are two each, which
/// <see cref="WordTokenizer"/> keeps whole.
/// </summary>
/// <param name="Opens">Whether it begins a sentence or a quotation, where any word is capitalised.</param>
/// <param name="Joined">Whether only a space or a hyphen stands between it and the word before.</param>
internal readonly record struct WordPart(int Start, int Length, bool Opens, bool Joined)
{
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>All words of a text, in order.</summary>
    public static List<WordPart> AllIn(string text) => [.. In(text, CancellationToken.None)];

    /// <summary>The words of a text, one after the other. Dots inside an abbreviation belong to it: U.S.</summary>
    public static IEnumerable<WordPart> In(string text, CancellationToken cancellationToken)
    {
        var pace = new CancellationPace(cancellationToken);
        var (opens, joined) = (true, false);
        for (var i = 0; i < text.Length;)
        {
            pace.Step();
            var c = text[i];
            if (char.IsLetterOrDigit(c))
            {
                var end = EndOf(text, i);
                yield return new WordPart(i, end - i, opens, joined);
                (opens, joined, i) = (false, true, end);
                continue;
            }

            joined &= c is ' ' or '-' or '\u00A0';
            opens = (opens && !char.IsSurrogate(c)) || Opening(text, i);
            i++;
        }
    }

    private static int EndOf(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && end - start < WordTokenizer.LongestWord)
        {
            if (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)
                end++;
            else if (text[end] == '.' && char.IsUpper(text[end - 1]) && end + 1 < text.Length && char.IsUpper(text[end + 1])
                && (end - 2 < start || text[end - 2] == '.'))
                end += 2;
            else
                break;
        }

        return end;
    }

    /// <summary>After what a capital letter says nothing: the end of a sentence, a colon, an opening quotation mark.</summary>
    private static bool Opening(string text, int at) => text[at] switch
    {
        '.' or '!' or '?' or ':' or '…' or '\n' or '。' or '！' or '？' or '•' or '–' or '—' or '|' => true,
        '(' or '[' or '"' or '“' or '„' or '«' or '‘' or '¿' or '¡' => true,
        '\'' => at == 0 || char.IsWhiteSpace(text[at - 1]),
        _ => false,
    };
}
