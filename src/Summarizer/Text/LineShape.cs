namespace Summarizer.Text;

/// <summary>
/// What a line of an upload is by its look, in any script. It knows no abbreviations and no quotations, as
/// <see cref="SentenceSplitter"/> does: a line of a list, a table or a caption has neither, and is all that there is.
/// </summary>
internal static class LineShape
{
    private const string Terminal = ".!?…。！？।؟۔։";
    private const string Closing = "\"'”’»›)]»“‘」』）*";

    /// <summary>Whether a text ends in a full stop or its like, closing quotation marks and brackets aside.</summary>
    public static bool EndsAsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd(Closing).TrimEnd();
        return end.Length > 0 && Terminal.Contains(end[^1]);
    }

    /// <summary>Whether it reads as prose: it ends as sentences end, or is too long to be anything else.</summary>
    /// <param name="text">A paragraph.</param>
    /// <param name="sentenceFrom">UTF-16 code units from which a sentence is prose.</param>
    /// <param name="alwaysFrom">UTF-16 code units from which anything is.</param>
    public static bool IsProse(string text, int sentenceFrom, int alwaysFrom)
        => text.Length >= alwaysFrom || (text.Length >= sentenceFrom && EndsAsSentence(text));

    /// <summary>Whether a text breaks off: a word, comma, semicolon or hyphen is its last character.</summary>
    public static bool BreaksOff(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd();
        return end.Length > 0 && (char.IsLower(end[^1]) || end[^1] is ',' or ';' or '-');
    }

    /// <summary>Words of a text, by white space.</summary>
    public static int WordCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (!space && !inside)
                count++;
            inside = !space;
        }

        return count;
    }
}
