namespace Summarizer.Text;

/// <summary>Languages by the letters they alone use.</summary>
internal static class LanguageScripts
{
    // A foreign name in a Latin text does not make it Greek: the script must carry a good part of the letters.
    private const double LeastShare = 0.3;

    private static readonly (char First, char Last, string Language)[] Ranges =
    [
        ('\u0370', '\u03FF', "el"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1000', '\u109F', "my"),
        ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"), ('\u0400', '\u04FF', "ru"),
    ];

    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Ranges.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < '\u0370')
                continue;
            for (var i = 0; i < Ranges.Length; i++)
                counts[i] += c >= Ranges[i].First && c <= Ranges[i].Last ? 1 : 0;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        if (letters == 0 || counts[best] < letters * LeastShare)
            return null;
        return Ranges[best].Language switch
        {
            // Japanese mixes its own letters into Chinese ones; a tenth of them is enough.
            "zh" when Count(text, '\u3040', '\u30FF') * 10 >= counts[best] => "ja",
            "ru" => Cyrillic(text),
            "ar" => text.IndexOfAny("پچژگ") >= 0 ? text.IndexOfAny("ٹڈڑے") >= 0 ? "ur" : "fa" : "ar",
            var language => language,
        };
    }

    /// <summary>Letters that only one of the Cyrillic alphabets has.</summary>
    private static string Cyrillic(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("їєґ") >= 0)
            return "uk";
        if (text.IndexOf('ў') >= 0)
            return "be";
        if (text.IndexOfAny("ѓќѕ") >= 0)
            return "mk";
        if (text.IndexOfAny("ђћ") >= 0)
            return "sr";
        if (text.IndexOfAny("әғқңү") >= 0)
            return "kk";
        return text.IndexOfAny("ыэё") >= 0 ? "ru" : "bg";
    }

    private static int Count(ReadOnlySpan<char> text, char first, char last)
    {
        var count = 0;
        foreach (var c in text)
            count += c >= first && c <= last ? 1 : 0;
        return count;
    }
}
