namespace Summarizer.Text;

/// <summary>Full stops that end a word and not a sentence.</summary>
internal static class Abbreviations
{
    private static readonly WordListFile File = WordListFile.Open("Text/Lists/abbreviations.txt");

    private static readonly WordSet Never = File.Set("never");

    private static readonly WordSet Perhaps = File.Set("perhaps");

    private static readonly WordSet Number = File.Set("number", StringComparer.Ordinal);

    private static readonly WordSet Words = File.Set("words", StringComparer.Ordinal);

    private static readonly WordSet NoOrdinal = File.Set("no ordinal", StringComparer.Ordinal);

    /// <summary>Function words of the languages that write an ordinal with a full stop.</summary>
    private static readonly WordSet BeforeOrdinal = new(
        LanguageProfile.All.Where(l => l.Has(LanguageTraits.DotsOrdinals)).SelectMany(l => l.Words("function words")),
        StringComparer.OrdinalIgnoreCase);

    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence starts.</param>
    /// <param name="stop">Where the full stop stands.</param>
    /// <param name="next">The word after it.</param>
    public static bool Continue(string text, int start, int stop, ReadOnlySpan<char> next)
    {
        var from = stop;
        while (from > start
            && (char.IsLetterOrDigit(text[from - 1])
                || (text[from - 1] == '.' && from - 1 > start && char.IsLetterOrDigit(text[from - 2]))))
            from--;
        var word = text.AsSpan(from, stop - from);
        if (word.IsEmpty)
            return false;
        if (char.IsAsciiDigit(word[0]))
            return IsOrdinal(text, start, from, word, next) || (stop + 1 < text.Length && from == start && word.Length < 3);
        // "z. B.", "u. a.": abbreviations written with a space.
        if (word.Length == 1 && char.IsLower(word[0]) && next.Length == 1)
            return true;
        var initial = word.Length == 1 && char.IsUpper(word[0]);
        if (initial || Perhaps.Contains(word) || IsDotted(word))
            return !OpensSentence(next);
        // "No. 5" is a number, "No." an answer.
        if (Number.Contains(word))
            return !next.IsEmpty && char.IsAsciiDigit(next[0]);
        return Never.Contains(word) && !(char.IsLower(word[0]) && OpensSentence(next) && Words.Contains(word));
    }

    private static bool IsDotted(ReadOnlySpan<char> word)
        => word.Length >= 3 && word[1] == '.' && char.IsLetter(word[0]) && char.IsLetter(word[2]);

    /// <summary>German: "am 3. Oktober", "die 2. Bundesliga".</summary>
    private static bool IsOrdinal(string text, int start, int from, ReadOnlySpan<char> number, ReadOnlySpan<char> next)
    {
        if (number.Length > 2 || next.IsEmpty || OpensSentence(next))
            return false;
        var end = from;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var begin = end;
        while (begin > start && char.IsLetter(text[begin - 1]))
            begin--;
        var before = text.AsSpan(begin, end - begin);
        return !NoOrdinal.Contains(before) && BeforeOrdinal.Contains(before);
    }

    private static bool OpensSentence(ReadOnlySpan<char> word)
        => word.Length > 0 && char.IsUpper(word[0]) && AnyLanguage.FunctionWords.Contains(word)
            && !(word.Length == 1 && word[0] is not ('A' or 'I'));
}
