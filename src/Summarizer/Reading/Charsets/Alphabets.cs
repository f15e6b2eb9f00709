using Summarizer.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>The letters beyond ASCII of a language, and pairs that are frequent in it.</summary>
internal sealed class Alphabet
{
    private const double Foreign = -1;
    private readonly Dictionary<char, double> weights = [];
    private readonly HashSet<(char, char)> pairs = [];

    /// <param name="language">ISO 639-1; one stands for all that share the letters.</param>
    /// <param name="letters">In the order of their frequency; the first weighs 1, the last a third.</param>
    /// <param name="pairs">Frequent pairs of letters.</param>
    public Alphabet(string language, string letters, IEnumerable<string> pairs)
    {
        Language = language;
        for (var i = 0; i < letters.Length; i++)
            weights.TryAdd(letters[i], 1 - (0.7 * i / Math.Max(letters.Length, 8)));
        foreach (var pair in pairs)
            this.pairs.Add((pair[0], pair[1]));
    }

    public string Language { get; }

    public double Weight(char letter) => weights.GetValueOrDefault(letter, Foreign);

    public bool IsPair(char first, char second) => pairs.Contains((first, second));
}

/// <summary>Letters by frequency, from each language's published letter statistics.</summary>
internal static class Alphabets
{
    public static IReadOnlyList<Alphabet> All { get; } = Read(WordListFile.Open("Reading/Charsets/Lists/alphabets.txt"));

    private static Alphabet[] Read(WordListFile file)
        => [.. file.Sections.Select(l => new Alphabet(l, file.Words(l).First(), file.Words(l).Skip(1)))];
}
