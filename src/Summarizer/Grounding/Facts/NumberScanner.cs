using System.Globalization;
using System.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>A number as written, and every value that the writing can stand for.</summary>
/// <param name="Readings">Any of these standing in the article is enough.</param>
/// <param name="Parts">Or all of these: "12 345" may be two numbers.</param>
internal readonly record struct WrittenNumber(IReadOnlyList<string> Readings, IReadOnlyList<string> Parts)
{
    public bool StandsIn(HashSet<string> numbers)
        => Readings.Any(numbers.Contains) || (Parts.Count > 0 && Parts.All(numbers.Contains));
}

/// <summary>Finds numbers written in digits, however they are grouped: 1,000, 1.000, 1 000, 1'000, 10,00,000.</summary>
internal static class NumberScanner
{
    /// <summary>Digits worth comparing; longer runs are serial numbers and compare by their first ones.</summary>
    private const int MaxDigits = 40;

    /// <summary>Groups of digits in one number or version; a row of more is several.</summary>
    private const int MostGroups = 64;

    public static HashSet<string> InArticle(IEnumerable<string> texts, DateOnly? publishedOn, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (publishedOn is { } day)
            known.UnionWith([Value($"{day.Year}", "", 0), Value($"{day.Month}", "", 0), Value($"{day.Day}", "", 0)]);
        foreach (var text in texts)
        {
            foreach (var number in In(text))
            {
                cancellationToken.ThrowIfCancellationRequested();
                known.UnionWith(number.Readings);
                known.UnionWith(number.Parts);
            }

            NumberWords.AddTo(known, text, cancellationToken);
        }

        return known;
    }

    /// <summary>One after the other: a table of figures has more of them than are worth keeping.</summary>
    public static IEnumerable<WrittenNumber> In(string text)
    {
        var found = new List<WrittenNumber>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsDigit(text[i]))
            {
                i++;
                continue;
            }

            found.Clear();
            i = Read(text, i, found);
            foreach (var number in found)
                yield return number;
        }
    }

    private static int Read(string text, int start, List<WrittenNumber> found)
    {
        var groups = new List<string>();
        var separators = new List<char>();
        var end = start;
        while (true)
        {
            var from = end;
            while (end < text.Length && char.IsDigit(text[end]))
                end++;
            groups.Add(Digits(text.AsSpan(from, end - from)));
            if (groups.Count == MostGroups || end + 1 >= text.Length || !char.IsDigit(text[end + 1]) || !Separates(text, end, groups))
                break;
            separators.Add(Kind(text[end++]));
        }

        var (scale, certain) = NumberWords.ScaleAfter(text, end);
        if (AsOne(groups, separators) is { } values)
        {
            var scaled = values.Select(v => Value(v.Whole, v.Fraction, scale));
            IEnumerable<string> bare = scale > 0 && !certain ? values.Select(v => Value(v.Whole, v.Fraction, 0)) : [];
            IEnumerable<string> decade = IsDecade(text, end, groups)
                ? [Value("19" + groups[0], "", 0), Value("20" + groups[0], "", 0)] : [];
            found.Add(new WrittenNumber([.. scaled, .. bare, .. decade],
                separators.Contains(' ') ? [.. groups.Select(g => Value(g, "", 0))] : []));
        }
        else
        {
            // A date, a version, a score: each group for itself.
            found.AddRange(groups.Select(g => new WrittenNumber([Value(g, "", 0)], [])));
        }

        return end;
    }

    /// <summary>"the 70s", "the '70's".</summary>
    private static bool IsDecade(string text, int end, List<string> groups)
        => groups is [{ Length: 2 } digits] && digits[1] == '0'
            && text.AsSpan(end) is ['s' or 'S', ..] or ['\'' or '’', 's' or 'S', ..];

    private static List<(string Whole, string Fraction)>? AsOne(List<string> groups, List<char> separators)
    {
        if (groups.Count == 1)
            return [(groups[0], "")];
        var last = separators.Count - 1;
        var values = new List<(string, string)>();
        if (Grouped(groups, separators, groups.Count))
            values.Add((string.Concat(groups), ""));
        if (separators[last] is '.' or ','
            && (last == 0 || (separators[last] != separators[0] && Grouped(groups, separators, groups.Count - 1))))
            values.Add((string.Concat(groups.Take(groups.Count - 1)), groups[^1]));
        return values.Count > 0 ? values : null;
    }

    /// <summary>Thousands, by threes; or lakhs and crores, by twos with three at the end.</summary>
    private static bool Grouped(List<string> groups, List<char> separators, int count)
    {
        if (groups[0].Length > 3 || groups[0] is "0" || groups[count - 1].Length != 3)
            return false;
        var size = count > 2 ? groups[1].Length : 3;
        if (size is not 3 and not 2)
            return false;
        for (var i = 1; i < count; i++)
        {
            if (separators[i - 1] != separators[0] || (i < count - 1 && groups[i].Length != size))
                return false;
        }

        return true;
    }

    private static bool Separates(string text, int at, List<string> groups)
        => Kind(text[at]) switch
        {
            '.' or ',' => true,
            '\'' or ' ' => groups[^1].Length <= 3 && ThreeDigits(text, at + 1),
            _ => false,
        };

    private static bool ThreeDigits(string text, int at)
        => at + 2 < text.Length && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2])
            && (at + 3 == text.Length || !char.IsDigit(text[at + 3]));

    private static char Kind(char c) => c switch
    {
        '.' => '.',
        ',' or '\u066B' or '\uFF0C' => ',',
        '\'' or '\u2019' or '\u066C' => '\'',
        ' ' or '\u00A0' or '\u202F' or '\u2009' => ' ',
        _ => '\0',
    };

    private static string Digits(ReadOnlySpan<char> digits)
    {
        var ascii = new StringBuilder(Math.Min(digits.Length, MaxDigits));
        foreach (var c in digits[..Math.Min(digits.Length, MaxDigits)])
            ascii.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
        return ascii.ToString();
    }

    /// <summary>One spelling for one value: no leading or trailing zeros, <paramref name="scale"/> powers of ten applied.</summary>
    public static string Value(string whole, string fraction, int scale)
    {
        var shifted = Math.Min(scale, fraction.Length);
        whole = (whole + fraction[..shifted]).PadRight(whole.Length + scale, '0').TrimStart('0');
        fraction = fraction[shifted..].TrimEnd('0');
        return (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
    }
}
