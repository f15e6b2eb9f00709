using System.Collections.Frozen;
using Summarizer.Text;

namespace Summarizer.Reading.Metadata;

/// <summary>Finds calendar dates in text: 2018-05-16, 16.05.2018, 16 May 2018, May 16, 2018, 16 de mayo de 2018,
/// 2018年5月16日.</summary>
internal static class DateText
{
    // Older dates in an article are its subject, not its date; the Web itself began in the nineties.
    private const int EarliestYear = 1990;
    private const int LatestYear = 2099;
    private const int MostTokens = 400;

    private static readonly FrozenDictionary<string, int> Months = MonthNames.All().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthLookup
        = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordListFile File = WordListFile.Open("Reading/Metadata/Lists/dates.txt");

    private static readonly WordSet Between = new(File.Phrases("between"), StringComparer.Ordinal);

    private static readonly WordSet Passed = File.Set("passed", StringComparer.Ordinal);

    private readonly record struct Token(int Start, int End, int Number, int Month);

    /// <summary>The first date of a text, or null.</summary>
    /// <param name="text">Only its first few hundred words are looked at.</param>
    /// <param name="monthFirst">Whether 5/6/2018 is the 6th of May, as Americans write it.</param>
    public static DateOnly? Find(ReadOnlySpan<char> text, bool monthFirst = false) => Find(text, monthFirst, out _, out _);

    /// <inheritdoc cref="Find(ReadOnlySpan{char}, bool)"/>
    public static DateOnly? Find(ReadOnlySpan<char> text, bool monthFirst, out int start, out int end)
    {
        Span<Token> window = stackalloc Token[3];
        var known = 0;
        var at = 0;
        for (var seen = 0; seen < MostTokens && Next(text, ref at, out var token); seen++)
        {
            if (known == 3)
            {
                window[1..].CopyTo(window);
                known = 2;
            }

            window[known++] = token;
            if (known == 3 && Combine(text, window, monthFirst) is { } date)
            {
                (start, end) = (window[0].Start, window[2].End);
                return date;
            }

            if (Compact(text, token) is { } compact)
            {
                (start, end) = (token.Start, token.End);
                return compact;
            }
        }

        (start, end) = (0, 0);
        return null;
    }

    /// <summary>The day, when it exists and is a plausible day of publication.</summary>
    public static DateOnly? Day(int year, int month, int day)
        => year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly? Combine(ReadOnlySpan<char> text, ReadOnlySpan<Token> t, bool monthFirst)
    {
        if (!Near(text, t[0], t[1]) || !Near(text, t[1], t[2]))
            return null;
        if (t[1].Month > 0 && t[0].Number > 0 && t[2].Number > 0)
            return Day(Year(t[2]), t[1].Month, t[0].Number) ?? Day(Year(t[0]), t[1].Month, t[2].Number);
        if (t[0].Month > 0 && t[1].Number > 0 && t[2].Number >= EarliestYear)
            return Day(t[2].Number, t[0].Month, t[1].Number);
        if (t[0].Number <= 0 || t[1].Number <= 0 || t[2].Number <= 0 || !Numeric(text, t))
            return null;
        if (t[0].End - t[0].Start == 4)
            return Day(t[0].Number, t[1].Number, t[2].Number);
        if (t[2].End - t[2].Start != 4 && (t[2].End - t[2].Start != 2 || text[t[0].End] != '.' || t[1].End - t[1].Start != 2))
            return null;
        var (day, month) = monthFirst ? (t[1].Number, t[0].Number) : (t[0].Number, t[1].Number);
        return Day(Year(t[2]), month, day) ?? Day(Year(t[2]), day, month);
    }

    private static int Year(Token token)
        => token.End - token.Start == 2 ? 2000 + token.Number : token.Number;

    /// <summary>20180516, as in file names and some meta tags.</summary>
    private static DateOnly? Compact(ReadOnlySpan<char> text, Token token)
        => token.End - token.Start == 8 && token.Number > 0
            ? Day(token.Number / 10_000, token.Number / 100 % 100, token.Number % 100)
            : null;

    private static bool Near(ReadOnlySpan<char> text, Token first, Token second)
    {
        var gap = text[first.End..second.Start].Trim();
        return second.Start - first.End <= 8
            && (gap.Length <= 1 || Between.Contains(gap));
    }

    private static bool Numeric(ReadOnlySpan<char> text, ReadOnlySpan<Token> t)
    {
        var first = text[t[0].End..t[1].Start].Trim();
        var second = text[t[1].End..t[2].Start].Trim();
        return first.Length == 1 && second.Length == 1 && (first[0] == second[0] || first[0] is '年')
            && first[0] is '.' or '/' or '-' or '年' or '‑' or '–';
    }

    private static bool Next(ReadOnlySpan<char> text, ref int at, out Token token)
    {
        while (at < text.Length)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                token = new Token(start, at, at - start <= 8 ? int.Parse(text[start..at], provider: null) : 0, 0);
                return true;
            }

            if (!char.IsLetter(text[at]) || text[at] is '年' or '月' or '日')
            {
                at++;
                continue;
            }

            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            var word = text[start..at];
            if (Passed.Contains(word))
                continue;
            token = new Token(start, at, 0, MonthLookup.TryGetValue(word, out var month) ? month : 0);
            return true;
        }

        token = default;
        return false;
    }
}
