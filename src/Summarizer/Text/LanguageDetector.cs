using System.Collections.Frozen;

namespace Summarizer.Text;

/// <summary>Names a text's language: by its script where only one language uses it, else by its commonest words.</summary>
public static class LanguageDetector
{
    private const int Looked = 2_000;

    // Fewer commonplace words than this among a hundred say that the language is none of those known.
    private const double LeastShare = 0.08;

    private static readonly WordListFile File = WordListFile.Open("Text/Lists/languages.txt");

    private static readonly string[] Languages = [.. File.Sections];

    private static readonly FrozenDictionary<string, int[]> LanguagesByWord = Languages
        .SelectMany((language, index) => File.Words(language).Select(w => (Word: w, Language: index)))
        .GroupBy(p => p.Word)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Language).Distinct().ToArray());

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup
        = LanguagesByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The ISO 639-1 code of the language a text is written in; null when it cannot be told.</summary>
    /// <param name="text">Its first few thousand characters are looked at.</param>
    public static string? Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var looked = text.AsSpan(0, Math.Min(text.Length, Looked));
        return LanguageScripts.Detect(looked) is { } byScript ? byScript : ByWords(looked);
    }

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        Span<double> scores = stackalloc double[Languages.Length];
        scores.Clear();
        Span<char> lower = stackalloc char[20];
        var words = 0;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            var length = at - start;
            if (length == 0)
            {
                at++;
                continue;
            }

            words++;
            if (length > lower.Length)
                continue;
            text.Slice(start, length).ToLowerInvariant(lower);
            if (!Lookup.TryGetValue(lower[..length], out var languages))
                continue;
            // A word of one language says more than a word that several share.
            foreach (var language in languages)
                scores[language] += 1.0 / languages.Length;
        }

        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return scores[best] >= Math.Max(1, words * LeastShare) ? Languages[best] : null;
    }
}
