namespace Summarizer.Reading;

/// <summary>How sentences look from outside, in any script.</summary>
internal static class Sentences
{
    private const string Terminal = ".!?…。！？।؟۔։";
    private const string Closing = "\"'”’»›)]»“‘」』）*";

    /// <summary>Whether a text ends in a full stop or its like, closing quotation marks and brackets aside.</summary>
    public static bool EndsAsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd(Closing).TrimEnd();
        return end.Length > 0 && Terminal.Contains(end[^1]);
    }

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
