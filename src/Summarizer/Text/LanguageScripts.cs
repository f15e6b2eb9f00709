namespace Summarizer.Text;

/// <summary>Languages by the letters they alone use.</summary>
internal static class LanguageScripts
{
    // A foreign name in a Latin text does not make it Greek: the script must carry a good part of the letters.
    private const double LeastShare = 0.3;

    public static string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts.ByLanguage.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < Scripts.FirstBeyondLatin)
                continue;
            for (var i = 0; i < Scripts.ByLanguage.Length; i++)
                counts[i] += c >= Scripts.ByLanguage[i].First && c <= Scripts.ByLanguage[i].Last ? 1 : 0;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        if (letters == 0 || counts[best] < letters * LeastShare)
            return null;
        return Scripts.ByLanguage[best].Language switch
        {
            // Japanese mixes its own letters into Chinese ones; a tenth of them is enough.
            "zh" when Kana(text) * 10 >= counts[best] => "ja",
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

    private static int Kana(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            count += Scripts.IsKana(c) ? 1 : 0;
        return count;
    }
}
