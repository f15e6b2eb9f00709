namespace Summarizer.Text;

/// <summary>Function words of English, German, French, Spanish, Italian and Portuguese.</summary>
internal static class StopWords
{
    private static readonly WordListFile File = WordListFile.Open("Text/Lists/stopwords.txt");

    private static readonly OrderedDictionary<string, WordSet> Lists =
        new(File.Sections.Select(l => KeyValuePair.Create(l, File.Set(l))), StringComparer.Ordinal);

    /// <summary>The languages there are lists for, as ISO 639-1 codes.</summary>
    public static IEnumerable<string> Languages => Lists.Keys;

    /// <summary>The words of all of them.</summary>
    public static WordSet OfAny { get; } = File.SetOfAll();

    /// <summary>The list of a language; empty where there is none.</summary>
    public static WordSet Of(string? language)
        => language is not null && Lists.TryGetValue(language, out var words) ? words : WordSet.Empty;

    /// <summary>Every second or third word of running text is a function word; with fewer than this share it is another language.</summary>
    private const double LeastShare = 0.12;

    /// <summary>Which language's function words stand most often among the tokens; empty when none does.</summary>
    public static string Guess(string text, IReadOnlyList<Token> tokens)
    {
        var looked = Math.Min(tokens.Count, 400);
        var (best, most) = ("", LeastShare * looked);
        foreach (var (language, words) in Lists)
        {
            var hits = 0;
            for (var i = 0; i < looked; i++)
            {
                if (words.Contains(tokens[i].Span.SliceOf(text)))
                    hits++;
            }

            if (looked > 0 && hits > most)
                (best, most) = (language, hits);
        }

        return best;
    }
}
