namespace Summarizer.Text;

/// <summary>A number for each word of a text, whatever its case, without a copy of any: the text itself holds the words.</summary>
internal sealed class WordTable
{
    private readonly string text;
    private readonly List<Token> tokens;
    private readonly int[] words;
    private readonly List<Entry> entries = [];
    private int[] buckets = new int[1 << 10];

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public WordTable(string text, List<Token> tokens, CancellationToken cancellationToken)
    {
        (this.text, this.tokens) = (text, tokens);
        words = new int[tokens.Count];
        var pace = new CancellationPace(cancellationToken);
        for (var t = 0; t < words.Length; t++)
        {
            pace.Step();
            words[t] = NumberOf(t);
        }
    }

    /// <summary>How many different words there are.</summary>
    public int Count => entries.Count;

    /// <summary>The number of a token's word, from 0 in the order of the text.</summary>
    public int this[int token] => words[token];

    /// <summary>The number of a word; -1 when the text does not have it.</summary>
    public int Find(ReadOnlySpan<char> word) => Find(word, string.GetHashCode(word, StringComparison.OrdinalIgnoreCase));

    private int NumberOf(int token)
    {
        var word = tokens[token].Span.SliceOf(text);
        var hash = string.GetHashCode(word, StringComparison.OrdinalIgnoreCase);
        var known = Find(word, hash);
        if (known >= 0)
            return known;
        if (entries.Count == buckets.Length)
            Grow();
        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        entries.Add(new Entry(hash, token, bucket));
        return (bucket = entries.Count) - 1;
    }

    private int Find(ReadOnlySpan<char> word, int hash)
    {
        for (var next = buckets[hash & (buckets.Length - 1)]; next > 0; next = entries[next - 1].Next)
        {
            var entry = entries[next - 1];
            if (entry.Hash == hash && word.Equals(tokens[entry.Token].Span.SliceOf(text), StringComparison.OrdinalIgnoreCase))
                return next - 1;
        }

        return -1;
    }

    private void Grow()
    {
        buckets = new int[buckets.Length * 2];
        for (var e = 0; e < entries.Count; e++)
        {
            ref var bucket = ref buckets[entries[e].Hash & (buckets.Length - 1)];
            entries[e] = entries[e] with { Next = bucket };
            bucket = e + 1;
        }
    }

    /// <param name="Hash">Of the word without its case.</param>
    /// <param name="Token">The first one that is this word.</param>
    /// <param name="Next">One more than the number of the next word of the same bucket; 0 for none.</param>
    private readonly record struct Entry(int Hash, int Token, int Next);
}
