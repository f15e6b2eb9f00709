namespace Summarizer.Text;

/// <summary>Words that are looked up in a text without making strings of it.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    /// <param name="words">One with an apostrophe is found with a typographic one, too.</param>
    /// <param name="comparer">Whether the case counts.</param>
    public WordSet(IEnumerable<string> words, StringComparer comparer)
    {
        var set = new HashSet<string>(comparer);
        foreach (var word in words)
        {
            set.Add(word);
            if (word.Contains('\'', StringComparison.Ordinal))
                set.Add(word.Replace('\'', '’'));
        }

        this.words = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WordSet Empty { get; } = new([], StringComparer.Ordinal);

    public int Count => words.Set.Count;

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);
}
