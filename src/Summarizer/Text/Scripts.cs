namespace Summarizer.Text;

/// <summary>Scripts as far as they tell a claim's language from its article's.</summary>
internal enum Script
{
    None,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Indic,
    Hangul,
    EastAsian,
    Other,
}

/// <summary>
/// Which characters are of which script, by Unicode's blocks (https://www.unicode.org/charts/), and how scripts write
/// words.
/// </summary>
internal static class Scripts
{
    /// <summary>Blocks whose letters one language uses, or one language far more than others.</summary>
    public static (char First, char Last, string Language)[] ByLanguage { get; } =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1000', '\u109F', "my"),
        ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"), ('\u0400', '\u04FF', "ru"),
    ];

    /// <summary>The first character beyond Latin, its marks and phonetic letters.</summary>
    public const char FirstBeyondLatin = '\u0370';

    /// <summary>Latin letters as charsets of one byte have them, and their extensions.</summary>
    public static bool IsLatin(char c) => c < '\u0250';

    public static bool IsKana(char c) => c is >= '\u3040' and <= '\u30FF';

    /// <summary>The Chinese characters that all of East Asia shares; rarer ones have blocks of their own.</summary>
    public static bool IsCommonHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    /// <summary>Scripts whose punctuation marks no space follows: from the radicals of Chinese characters on.</summary>
    public static bool IsFullWidth(char c) => c >= '\u2E80';

    /// <summary>Marks over and under the letters of Thai, Hebrew and Arabic.</summary>
    public static bool IsVowelMark(char c)
        => c is (>= '\u0E31' and <= '\u0E4E') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u0652');

    /// <summary>Scripts written without spaces in which a character is the nearest thing to a word: kana, Han and Thai.</summary>
    public static bool HasWordPerCharacter(char c)
        => IsKana(c) || c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0E7F');

    /// <summary>
    /// Scripts in which a quote may begin or end between any two letters: those without spaces, Lao, Burmese and Khmer among
    /// them, and Hangul, which joins particles to its words.
    /// </summary>
    public static bool HidesWordEnds(char c)
        => c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF')
            or (>= '\uFF66' and <= '\uFF9F');

    public static Script Classify(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u077F' => Script.Arabic,
        >= '\u0900' and <= '\u0DFF' => Script.Indic,
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        >= '\u3040' and <= '\u9FFF' => Script.EastAsian,
        _ => Script.Other,
    };

    /// <summary>The script that most letters are of, and how many letters there are.</summary>
    public static (Script Script, int Letters) Main(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Script.Other + 1];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            counts[(int)Classify(c)]++;
        }

        var most = Script.None;
        for (var script = Script.Latin; script <= Script.Other; script++)
        {
            if (counts[(int)script] > letters / 2)
                most = script;
        }

        return (most, letters);
    }
}
