using Summarizer.Text;

namespace Summarizer.Extractive;

/// <summary>An article's text, read once: its words, sentences and quotations.</summary>
internal sealed class AnalyzedText
{
    private readonly int[] firstToken;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AnalyzedText(string text, string? language, CancellationToken cancellationToken)
    {
        Text = text;
        Blocks = BlockFinder.Find(text, cancellationToken);
        Quotations = QuotationFinder.In(text, Blocks, cancellationToken);
        Sentences = SentenceSplitter.Split(text, Blocks, Quotations, cancellationToken);
        Tokens = WordTokenizer.Tokenize(text, cancellationToken);
        Language = language is null ? LanguageGuess.Guess(text, Tokens) : LanguageProfile.For(language);
        firstToken = new int[Sentences.Count + 1];
        var t = 0;
        for (var s = 0; s < Sentences.Count; s++)
        {
            while (t < Tokens.Count && Tokens[t].Span.Start < Sentences[s].Span.Start)
                t++;
            firstToken[s] = t;
            if (t > 0)
                CutAt(Sentences[s].Span.Start, t - 1);
        }

        firstToken[^1] = Tokens.Count;
        Words = new WordTable(text, Tokens, cancellationToken);
    }

    /// <summary>An endless word goes on where the sentence it was cut into ends; none of it may be named behind that.</summary>
    private void CutAt(int position, int token)
    {
        var span = Tokens[token].Span;
        if (span.End > position)
            Tokens[token] = new Token(span with { End = position }, Tokens[token].Shape);
    }

    public string Text { get; }

    /// <summary>As declared or else guessed.</summary>
    public LanguageProfile Language { get; }

    public List<TextSpan> Blocks { get; }

    public List<TextSpan> Quotations { get; }

    public List<Sentence> Sentences { get; }

    public List<Token> Tokens { get; }

    /// <summary>Which tokens are the same word.</summary>
    public WordTable Words { get; }

    /// <summary>The tokens of a sentence: first inclusive, last exclusive.</summary>
    public (int First, int End) TokensOf(int sentence)
    {
        var end = firstToken[sentence + 1];
        while (end > firstToken[sentence] && Tokens[end - 1].Span.Start >= Sentences[sentence].Span.End)
            end--;
        return (firstToken[sentence], end);
    }

    /// <summary>Number of the sentence around a position; null between sentences.</summary>
    public int? SentenceAt(int position)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.End <= position)
                low = middle + 1;
            else if (Sentences[middle].Span.Start > position)
                high = middle - 1;
            else
                return middle;
        }

        return null;
    }

    /// <summary>Number of the token around a position, or of the next one; the number of tokens behind the last.</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public ReadOnlySpan<char> Word(int token) => Tokens[token].Span.SliceOf(Text);
}
