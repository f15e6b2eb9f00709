namespace Summarizer.Text;

/// <summary>
/// Words and punctuation marks as tokens, each mark by itself and a possessive apart from its name, unlike
/// <see cref="WordTokenizer"/>: the stance model was trained on sentences that were cut so.
/// </summary>
internal static class TokenLength
{
    /// <summary>UTF-16 code units of the token that a text begins with; it begins with no white space.</summary>
    public static int At(ReadOnlySpan<char> text)
    {
        if (!char.IsLetterOrDigit(text[0]))
            return text.Length > 1 && text[0] is '\'' or '\u2019' && text[1] is 's' ? 2 : 1;
        var i = 1;
        for (; i < text.Length; i++)
        {
            var inside = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (text[i] is '\'' or '\u2019')
            {
                var possessive = inside && text[i + 1] is 's' or 'S' && (i + 2 == text.Length || !char.IsLetter(text[i + 2]));
                if (!inside || possessive)
                    break;
            }
            else if (!char.IsLetterOrDigit(text[i]) && !(inside && text[i] is '-' or '\u2010' or '\u2011' or '.' or ','))
                break;
            else if (text[i] is '.' or ',' && !char.IsDigit(text[i + 1]) && !(i == 1 || text[i - 2] == '.'))
                break;
        }

        return i;
    }
}
