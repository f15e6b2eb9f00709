using Summarizer.Text;

namespace Summarizer.Editions;

/// <summary>A text as words and marks, each with a number that is equal for equal ones, and as paragraphs.</summary>
internal sealed class DiffTokens
{
    private readonly List<TextSpan> spans = [];
    private readonly List<int> ids = [];

    private DiffTokens(string text) => Text = text;

    public string Text { get; }

    public int Count => ids.Count;

    public IReadOnlyList<TextSpan> Spans => spans;

    public IReadOnlyList<int> Ids => ids;

    /// <summary>The tokens of each paragraph, one behind the other, none of them empty.</summary>
    public List<TextSpan> Paragraphs { get; } = [];

    /// <param name="text">The text.</param>
    /// <param name="numbers">The numbers of words and marks, shared by both texts.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static DiffTokens From(string text, Dictionary<string, int> numbers, CancellationToken cancellationToken)
    {
        var tokens = new DiffTokens(text);
        var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = WordTokenizer.Tokenize(text, cancellationToken);
        var next = 0;
        foreach (var block in BlockFinder.Find(text, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = tokens.Count;
            var pace = new CancellationPace(cancellationToken);
            for (var i = block.Start; i < block.End;)
            {
                pace.Step();
                while (next < words.Count && words[next].Start < i)
                    next++;
                if (char.IsWhiteSpace(text[i]))
                {
                    i++;
                    continue;
                }

                var end = next < words.Count && words[next].Start == i ? Math.Min(words[next].Span.End, block.End)
                    : i + 1 < block.End && char.IsSurrogatePair(text, i) ? i + 2
                    : i + 1;
                tokens.Add(new TextSpan(i, end), known);
                i = end;
            }

            if (tokens.Count > first)
                tokens.Paragraphs.Add(new TextSpan(first, tokens.Count));
        }

        return tokens;
    }

    private void Add(TextSpan span, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known)
    {
        Span<char> folded = stackalloc char[span.Length];
        span.SliceOf(Text).CopyTo(folded);
        foreach (ref var c in folded)
            c = Fold(c);
        if (!known.TryGetValue(folded, out var id))
            known[folded] = id = known.Dictionary.Count;
        spans.Add(span);
        ids.Add(id);
    }

    /// <summary>How quotation marks and dashes are drawn is no difference.</summary>
    private static char Fold(char c) => char.IsLetterOrDigit(c) ? c : TextHash.Fold(c);
}
