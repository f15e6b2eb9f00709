using System.Runtime.InteropServices;
using Summarizer.Text;

namespace Summarizer.Editions;

/// <summary>Which paragraphs of two texts are versions of each other.</summary>
internal sealed class ParagraphAligner(DiffTokens left, DiffTokens right, CancellationToken cancellationToken)
{
    /// <summary>Least share of words in common (Dice) of two paragraphs that are versions of each other; below it one is removed and
    /// the other added.</summary>
    private const double Alike = 0.4;

    /// <summary>Words compared at most; a text of 50 KB of which every paragraph was edited takes a sixth. What would take more goes
    /// together as one.</summary>
    private const long MostSteps = 20_000_000;

    /// <summary>A cell of the table costs as much as so many words, and eight bytes.</summary>
    private const long CellSteps = 10;

    private readonly ulong[] leftHashes = Hashes(left);
    private readonly ulong[] rightHashes = Hashes(right);
    private long steps;

    /// <summary>Tokens that are to be compared with each other, both increasing: of one paragraph on either side, or of several.</summary>
    public List<(TextSpan Left, TextSpan Right)> Align()
    {
        var pairs = new List<(TextSpan, TextSpan)>();
        var (i, j) = (0, 0);
        var anchors = CommonRuns.Anchors(leftHashes, rightHashes, cancellationToken);
        foreach (var (nextLeft, nextRight) in anchors.Append((left.Paragraphs.Count, right.Paragraphs.Count)))
        {
            AlignBetween(new TextSpan(i, nextLeft), new TextSpan(j, nextRight), pairs);
            if (nextLeft < left.Paragraphs.Count)
                Add(nextLeft, nextRight, pairs);
            (i, j) = (nextLeft + 1, nextRight + 1);
        }

        return pairs;
    }

    private static ulong[] Hashes(DiffTokens tokens)
    {
        var hashes = new ulong[tokens.Paragraphs.Count];
        var ids = CollectionsMarshal.AsSpan((List<int>)tokens.Ids);
        for (var i = 0; i < hashes.Length; i++)
        {
            foreach (var id in ids[tokens.Paragraphs[i].Start..tokens.Paragraphs[i].End])
                hashes[i] = TextHash.Join(hashes[i], (ulong)id + 1);
        }

        return hashes;
    }

    /// <summary>What is equal at either end goes together, however often it is repeated.</summary>
    private void AlignBetween(TextSpan lefts, TextSpan rights, List<(TextSpan, TextSpan)> pairs)
    {
        for (; lefts.Length > 0 && rights.Length > 0 && leftHashes[lefts.Start] == rightHashes[rights.Start];
            lefts = new TextSpan(lefts.Start + 1, lefts.End), rights = new TextSpan(rights.Start + 1, rights.End))
            Add(lefts.Start, rights.Start, pairs);
        var after = 0;
        while (after < Math.Min(lefts.Length, rights.Length) && leftHashes[lefts.End - 1 - after] == rightHashes[rights.End - 1 - after])
            after++;
        (lefts, rights) = (new TextSpan(lefts.Start, lefts.End - after), new TextSpan(rights.Start, rights.End - after));
        AlignAlike(lefts, rights, pairs);
        for (var i = 0; i < after; i++)
            Add(lefts.End + i, rights.End + i, pairs);
    }

    private void Add(int leftParagraph, int rightParagraph, List<(TextSpan, TextSpan)> pairs)
        => pairs.Add((left.Paragraphs[leftParagraph], right.Paragraphs[rightParagraph]));

    private static TextSpan TokensOf(DiffTokens tokens, TextSpan paragraphs)
        => new(tokens.Paragraphs[paragraphs.Start].Start, tokens.Paragraphs[paragraphs.End - 1].End);

    /// <summary>The alignment with the most words in common, by dynamic programming.</summary>
    private void AlignAlike(TextSpan lefts, TextSpan rights, List<(TextSpan, TextSpan)> pairs)
    {
        var (rows, columns) = (lefts.Length, rights.Length);
        if (rows == 0 || columns == 0)
            return;
        if (rows == 1 && columns == 1)
        {
            Add(lefts.Start, rights.Start, pairs);
            return;
        }

        var (leftTokens, rightTokens) = (TokensOf(left, lefts), TokensOf(right, rights));
        var work = ((long)leftTokens.Length * columns) + ((long)rightTokens.Length * rows) + (CellSteps * rows * columns);
        if (steps + work > MostSteps)
        {
            pairs.Add((leftTokens, rightTokens));
            return;
        }

        steps += work;
        var (leftSets, rightSets) = (Sorted(left, lefts), Sorted(right, rights));
        var best = new double[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = columns - 1; j >= 0; j--)
                best[i, j] = Math.Max(Pair(i, j), Math.Max(best[i + 1, j], best[i, j + 1]));
        }

        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else if (best[i, j] == best[i, j + 1])
            {
                j++;
            }
            else
            {
                Add(lefts.Start + i, rights.Start + j, pairs);
                (i, j) = (i + 1, j + 1);
            }
        }

        // The words in common count, so that a long paragraph is not given up for two short ones.
        double Pair(int i, int j)
        {
            var common = Common(leftSets[i], rightSets[j]);
            var alike = 2.0 * common / (leftSets[i].Length + rightSets[j].Length);
            return alike < Alike ? 0 : best[i + 1, j + 1] + common;
        }
    }

    private static int[][] Sorted(DiffTokens tokens, TextSpan paragraphs)
    {
        var sorted = new int[paragraphs.Length][];
        var ids = CollectionsMarshal.AsSpan((List<int>)tokens.Ids);
        for (var i = 0; i < sorted.Length; i++)
        {
            var paragraph = tokens.Paragraphs[paragraphs.Start + i];
            sorted[i] = ids[paragraph.Start..paragraph.End].ToArray();
            Array.Sort(sorted[i]);
        }

        return sorted;
    }

    private static int Common(int[] a, int[] b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                common++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }
}
