namespace Summarizer.Editions;

/// <summary>Collects stretches of tokens in order, and makes stretches of text of them that leave nothing out.</summary>
internal sealed class DifferenceList(DiffTokens left, DiffTokens right)
{
    private readonly List<(DifferenceKind Kind, int Left, int Right)> runs = [];
    private int leftToken;
    private int rightToken;

    public void AddSame(int tokens) => Add(DifferenceKind.Same, tokens, tokens);

    /// <summary>What stands between two stretches that are the same, on either side or both.</summary>
    public void AddChanged(int leftTokens, int rightTokens) => Add(
        rightTokens == 0 ? DifferenceKind.Removed : leftTokens == 0 ? DifferenceKind.Added : DifferenceKind.Changed,
        leftTokens, rightTokens);

    /// <summary>Paragraphs without a counterpart: no versions of each other, even where both sides have some.</summary>
    public void AddOwn(int leftTokens, int rightTokens)
    {
        Add(DifferenceKind.Removed, leftTokens, 0);
        Add(DifferenceKind.Added, 0, rightTokens);
    }

    public IReadOnlyList<Difference> Complete()
    {
        var differences = new List<Difference>(runs.Count + 1);
        var (l, r) = (0, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            var isLast = i == runs.Count - 1;
            var (kind, leftEnd, rightEnd) = runs[i];
            var next = new TextSpan(EndOf(left, leftEnd, isLast), EndOf(right, rightEnd, isLast));
            differences.Add(new Difference(kind, new TextSpan(l, next.Start), new TextSpan(r, next.End)));
            (l, r) = (next.Start, next.End);
        }

        // Two texts of white space only.
        if (runs.Count == 0 && left.Text.Length + right.Text.Length > 0)
            differences.Add(new Difference(DifferenceKind.Same, new TextSpan(0, left.Text.Length), new TextSpan(0, right.Text.Length)));
        return differences;
    }

    /// <summary>Up to the next token, so that white space belongs to what stands before it.</summary>
    private static int EndOf(DiffTokens side, int token, bool isLast)
        => isLast || token >= side.Count ? side.Text.Length : token == 0 ? 0 : side.Spans[token].Start;

    private void Add(DifferenceKind kind, int leftTokens, int rightTokens)
    {
        if (leftTokens + rightTokens == 0)
            return;
        (leftToken, rightToken) = (leftToken + leftTokens, rightToken + rightTokens);
        if (runs.Count > 0 && runs[^1].Kind == kind)
            runs[^1] = (kind, leftToken, rightToken);
        else
            runs.Add((kind, leftToken, rightToken));
    }
}
