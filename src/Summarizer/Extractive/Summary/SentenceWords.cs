using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>The content words of each sentence, and how much each of them is what the article is about.</summary>
internal sealed class SentenceWords
{
    /// <summary>Words with the same first letters count as one: "council" and "councils", "Rat" and "Rats" do not.</summary>
    private const int StemLetters = 6;

    private const int Unknown = -2, None = -1;

    private readonly int[][] stems;
    private readonly int[] sentencesWith;
    private readonly bool[] inTitle;
    private readonly double most;

    /// <param name="read">The article.</param>
    /// <param name="title">May be null.</param>
    /// <param name="cancellationToken">Cancels the counting.</param>
    public SentenceWords(AnalyzedText read, string? title, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<ulong, int>();
        var stemOf = new int[read.Words.Count];
        Array.Fill(stemOf, Unknown);
        var (with, last) = (new List<int>(), new List<int>());
        var seen = new List<int>();
        stems = new int[read.Sentences.Count][];
        for (var s = 0; s < stems.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = read.TokensOf(s);
            seen.Clear();
            for (var t = first; t < end; t++)
            {
                ref var stem = ref stemOf[read.Words[t]];
                if (stem == Unknown)
                    stem = Number(read.Word(t), read.Language.FunctionWords, numbers);
                if (stem == None)
                    continue;
                if (stem == with.Count)
                {
                    with.Add(0);
                    last.Add(-1);
                }

                if (last[stem] == s)
                    continue;
                last[stem] = s;
                with[stem]++;
                seen.Add(stem);
            }

            stems[s] = [.. seen];
        }

        sentencesWith = [.. with];
        most = Math.Log(1 + (sentencesWith.Length == 0 ? 1 : sentencesWith.Max()));
        inTitle = new bool[sentencesWith.Length];
        title ??= "";
        foreach (var token in WordTokenizer.Tokenize(title, cancellationToken))
        {
            if (Find(token.Span.SliceOf(title), read.Language.FunctionWords, numbers) is not { } stem)
                continue;
            TitleCount += inTitle[stem] ? 0 : 1;
            inTitle[stem] = true;
        }
    }

    /// <summary>How many different content words there are.</summary>
    public int Count => sentencesWith.Length;

    /// <summary>How many different content words of the title the text has.</summary>
    public int TitleCount { get; }

    /// <summary>Content words of a sentence, each once.</summary>
    public ReadOnlySpan<int> Of(int sentence) => stems[sentence];

    public bool IsInTitle(int word) => inTitle[word];

    /// <summary>In how many sentences the word stands, as a logarithm, 1 for the word that stands in most.</summary>
    public double Frequency(int word) => Math.Log(1 + sentencesWith[word]) / most;

    public bool IsRepeated(int word) => sentencesWith[word] > 1;

    private static bool IsContent(ReadOnlySpan<char> word, WordSet functionWords)
        => (word.Length > 1 || Scripts.HasWordPerCharacter(word[0])) && !functionWords.Contains(word);

    private static ulong StemOf(ReadOnlySpan<char> word) => TextHash.Compute(word[..Math.Min(StemLetters, word.Length)]);

    private static int Number(ReadOnlySpan<char> word, WordSet functionWords, Dictionary<ulong, int> numbers)
    {
        if (!IsContent(word, functionWords))
            return None;
        var stem = StemOf(word);
        if (!numbers.TryGetValue(stem, out var number))
            numbers.Add(stem, number = numbers.Count);
        return number;
    }

    private static int? Find(ReadOnlySpan<char> word, WordSet functionWords, Dictionary<ulong, int> numbers)
        => IsContent(word, functionWords) && numbers.TryGetValue(StemOf(word), out var number) ? number : null;
}
