using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>What a sentence says about the article: the article's frequent words in it, and where it stands.</summary>
internal sealed class SentenceScores
{
    private readonly double[] weights;
    private readonly int[][] words;

    /// <param name="read">The article.</param>
    /// <param name="title">Words of it count more; may be null.</param>
    /// <param name="cancellationToken">Cancels the counting.</param>
    public SentenceScores(AnalyzedText read, string? title, CancellationToken cancellationToken)
    {
        var stop = read.Language.FunctionWords;
        var sentencesWith = new int[read.Words.Count];
        var lastWith = new int[read.Words.Count];
        Array.Fill(lastWith, -1);
        words = new int[read.Sentences.Count][];
        var seen = new List<int>();
        for (var s = 0; s < words.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = read.TokensOf(s);
            seen.Clear();
            for (var t = first; t < end; t++)
            {
                var word = read.Word(t);
                if (word.Length < 2 && !Scripts.HasWordPerCharacter(word[0]) || stop.Contains(word))
                    continue;
                var id = read.Words[t];
                if (lastWith[id] == s)
                    continue;
                lastWith[id] = s;
                seen.Add(id);
                sentencesWith[id]++;
            }

            words[s] = [.. seen];
        }

        weights = Array.ConvertAll(sentencesWith, n => Math.Log(1 + n) * (n > 1 ? 1 : 0.3));
        AddTitle(title, read.Words);
    }

    public int Count => words.Length;

    /// <summary>Content words of a sentence, each once.</summary>
    public ReadOnlySpan<int> WordsOf(int sentence) => words[sentence];

    /// <summary>Sum of the weights of its words not yet <paramref name="covered"/>, damped by its length; about 0 to 1.</summary>
    public double Content(int sentence, bool[] covered)
    {
        var sum = 0.0;
        foreach (var word in words[sentence])
            sum += covered[word] ? weights[word] * CoveredShare : weights[word];
        return sum / Math.Pow(Math.Max(8, words[sentence].Length), LengthPower);
    }

    public int Words => weights.Length;

    /// <summary>What is left of a word's weight once another sentence of the summary has it.</summary>
    private const double CoveredShare = 0.15;

    /// <summary>1 would be the mean weight, 0 the sum: between, so that neither the shortest nor the longest sentence wins.</summary>
    private const double LengthPower = 0.8;

    private void AddTitle(string? title, WordTable known)
    {
        if (title is null)
            return;
        foreach (var token in WordTokenizer.Tokenize(title, CancellationToken.None))
        {
            if (known.Find(token.Span.SliceOf(title)) is var id and >= 0)
                weights[id] += 1;
        }
    }
}
