using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>The content words of a title, to tell how much of it a line says again.</summary>
internal sealed class TitleWords
{
    /// <summary>"approves" and "approved" are one: a title says in the present what the text says in the past.</summary>
    private const int StemLetters = 5;

    private readonly HashSet<ulong> stems = [];
    private readonly WordSet functionWords;
    private readonly string letters;

    public TitleWords(string? title, LanguageProfile language, CancellationToken cancellationToken)
    {
        (functionWords, letters) = (language.FunctionWords, LettersOnly.From(title ?? ""));
        if (title is null)
            return;
        foreach (var token in WordTokenizer.Tokenize(title, cancellationToken))
        {
            if (StemOf(token.Span.SliceOf(title)) is { } stem)
                stems.Add(stem);
        }
    }

    /// <summary>Whether there is no title, or one without a word that says something.</summary>
    public bool IsEmpty => stems.Count == 0;

    /// <summary>Whether a line is the title, or one holds the other.</summary>
    public bool Repeats(string line)
    {
        var own = LettersOnly.From(line);
        return letters.Length > 0
            && (own.Contains(letters, StringComparison.Ordinal) || letters.Contains(own, StringComparison.Ordinal));
    }

    /// <summary>
    /// How much of a stretch of text the title says: the words of both, against those of the one that has fewer; and the share
    /// of its words that the title lacks. Each 0 to 1.
    /// </summary>
    public (double Same, double New) Compare(AnalyzedText read, int first, int end)
    {
        var (seen, same) = (new HashSet<ulong>(), 0);
        for (var t = first; t < end; t++)
        {
            if (StemOf(read.Word(t)) is { } stem && seen.Add(stem))
                same += stems.Contains(stem) ? 1 : 0;
        }

        if (seen.Count == 0)
            return (1, 0);
        return (same / (double)Math.Max(1, Math.Min(seen.Count, stems.Count)), (seen.Count - same) / (double)seen.Count);
    }

    private ulong? StemOf(ReadOnlySpan<char> word)
        => (word.Length > 1 || Scripts.HasWordPerCharacter(word[0])) && !functionWords.Contains(word)
            ? TextHash.Compute(word[..Math.Min(StemLetters, word.Length)]) : null;
}
