namespace Summarizer.Grounding.Quotes;

/// <summary>Where the characters of a folded text come from: most of them one by one, which takes one entry for a whole run.</summary>
internal sealed class FoldedRuns
{
    private readonly List<Run> runs = [];
    private int end;

    /// <summary>The next character.</summary>
    /// <param name="folded">Its place in the folded text.</param>
    /// <param name="start">Where it starts in the original.</param>
    /// <param name="behind">Where it ends there.</param>
    public void Add(int folded, int start, int behind)
    {
        if (runs.Count == 0 || start != end || behind != start + 1)
            runs.Add(new Run(folded, start, behind));
        end = behind;
    }

    /// <summary>Takes back the last character.</summary>
    public void RemoveFrom(int folded)
    {
        if (runs[^1].Folded == folded)
            runs.RemoveAt(runs.Count - 1);
        end = runs.Count == 0 ? 0 : Original(folded - 1).End;
    }

    /// <summary>The stretch of the original that a character of the folded text stands for.</summary>
    public TextSpan Original(int folded)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Folded <= folded)
                low = middle;
            else
                high = middle - 1;
        }

        var run = runs[low];
        var behind = run.End + folded - run.Folded;
        return new TextSpan(folded == run.Folded ? run.Start : behind - 1, behind);
    }

    /// <param name="Folded">Place of its first character, which may stand for several of the original.</param>
    /// <param name="Start">Where that one starts in the original.</param>
    /// <param name="End">Where it ends there; the others follow, one for one.</param>
    private readonly record struct Run(int Folded, int Start, int End);
}
