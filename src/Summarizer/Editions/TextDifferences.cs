using System.Globalization;
using System.Runtime.InteropServices;
using DiffPlex;
using Summarizer.Text;

namespace Summarizer.Editions;

/// <summary>Two texts side by side: which words of them are the same, added, removed or changed.</summary>
/// <remarks>
/// Paragraphs are aligned first and words within paragraphs that are versions of each other (Myers, "An O(ND) difference algorithm
/// and its variations", 1986, as DiffPlex has it). Myers is quadratic where nothing is alike, so it gets stretches of a bounded
/// length and a bounded number of steps; between certain places that are farther apart the whole stretch counts as changed.
/// </remarks>
public static class TextDifferences
{
    /// <summary>Tokens of both sides that are compared in one piece.</summary>
    private const int LongestPiece = 2_000;

    /// <summary>Steps of all comparisons of two texts, by the bound of each: half the square of its tokens.</summary>
    private const long MostSteps = 40_000_000;

    /// <summary>Tokens in a row that are a certain place when they occur once in both texts.</summary>
    private const int AnchorTokens = 4;

    /// <summary>The stretches of both texts in order, which together are the whole of either.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<Difference> Between(string left, string right, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var comparison = new Comparison(
            DiffTokens.From(left, numbers, cancellationToken), DiffTokens.From(right, numbers, cancellationToken), cancellationToken);
        return comparison.Run();
    }

    private sealed class Comparison(DiffTokens left, DiffTokens right, CancellationToken cancellationToken)
    {
        private static readonly Differ Differ = new();
        private readonly DifferenceList found = new(left, right);
        private long steps;

        public IReadOnlyList<Difference> Run()
        {
            var (i, j) = (0, 0);
            foreach (var (l, r) in new ParagraphAligner(left, right, cancellationToken).Align())
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.AddOwn(l.Start - i, r.Start - j);
                Compare(l, r, isSplit: false);
                (i, j) = (l.End, r.End);
            }

            found.AddOwn(left.Count - i, right.Count - j);
            return found.Complete();
        }

        private ReadOnlySpan<int> LeftIds(TextSpan tokens) => CollectionsMarshal.AsSpan((List<int>)left.Ids)[tokens.Start..tokens.End];

        private ReadOnlySpan<int> RightIds(TextSpan tokens) => CollectionsMarshal.AsSpan((List<int>)right.Ids)[tokens.Start..tokens.End];

        /// <param name="l">Tokens of the left text.</param>
        /// <param name="r">Tokens of the right text.</param>
        /// <param name="isSplit">Whether they stand between certain places already.</param>
        private void Compare(TextSpan l, TextSpan r, bool isSplit)
        {
            var before = LeftIds(l).CommonPrefixLength(RightIds(r));
            (l, r) = (new TextSpan(l.Start + before, l.End), new TextSpan(r.Start + before, r.End));
            found.AddSame(before);
            var after = CommonSuffix(LeftIds(l), RightIds(r));
            (l, r) = (new TextSpan(l.Start, l.End - after), new TextSpan(r.Start, r.End - after));
            var length = l.Length + r.Length;
            if (l.Length == 0 || r.Length == 0)
                found.AddChanged(l.Length, r.Length);
            else if (length <= LongestPiece && (steps += (long)length * length / 2) <= MostSteps)
                CompareWords(l, r);
            else if (!isSplit)
                Split(l, r);
            else
                found.AddChanged(l.Length, r.Length);
            found.AddSame(after);
        }

        /// <summary>Compares what is between the certain places.</summary>
        private void Split(TextSpan l, TextSpan r)
        {
            var (i, j) = (l.Start, r.Start);
            foreach (var (atLeft, atRight) in CommonRuns.Anchors(Shingles(LeftIds(l)), Shingles(RightIds(r)), cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                // Inside the anchor before.
                if (l.Start + atLeft < i || r.Start + atRight < j)
                    continue;
                Compare(new TextSpan(i, l.Start + atLeft), new TextSpan(j, r.Start + atRight), isSplit: true);
                found.AddSame(AnchorTokens);
                (i, j) = (l.Start + atLeft + AnchorTokens, r.Start + atRight + AnchorTokens);
            }

            Compare(new TextSpan(i, l.End), new TextSpan(j, r.End), isSplit: true);
        }

        private void CompareWords(TextSpan l, TextSpan r)
        {
            var (leftWords, rightWords) = (WordsOf(LeftIds(l)), WordsOf(RightIds(r)));
            const string leftSide = "left", rightSide = "right";
            var result = Differ.CreateCustomDiffs(
                leftSide, rightSide, ignoreWhiteSpace: false, side => ReferenceEquals(side, leftSide) ? leftWords : rightWords);
            var i = 0;
            foreach (var block in result.DiffBlocks)
            {
                found.AddSame(block.DeleteStartA - i);
                found.AddChanged(block.DeleteCountA, block.InsertCountB);
                i = block.DeleteStartA + block.DeleteCountA;
            }

            found.AddSame(l.Length - i);
        }

        private static string[] WordsOf(ReadOnlySpan<int> ids)
        {
            var words = new string[ids.Length];
            for (var i = 0; i < words.Length; i++)
                words[i] = ids[i].ToString(CultureInfo.InvariantCulture);
            return words;
        }

        private static int CommonSuffix(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
        {
            var common = 0;
            while (common < Math.Min(left.Length, right.Length) && left[^(common + 1)] == right[^(common + 1)])
                common++;
            return common;
        }

        private static ulong[] Shingles(ReadOnlySpan<int> ids)
        {
            var shingles = new ulong[Math.Max(0, ids.Length - AnchorTokens + 1)];
            for (var i = 0; i < shingles.Length; i++)
            {
                foreach (var id in ids.Slice(i, AnchorTokens))
                    shingles[i] = TextHash.Join(shingles[i], (ulong)id + 1);
            }

            return shingles;
        }
    }
}
