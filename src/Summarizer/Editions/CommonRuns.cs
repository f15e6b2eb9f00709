using Summarizer.Text;

namespace Summarizer.Editions;

/// <summary>What two sequences of numbers have in common, in order, by what occurs once in both.</summary>
/// <remarks>
/// Patience diff: the unique common elements in their longest increasing order are certain places to go on from (Bram Cohen,
/// "Patience Diff Advantages", 2010). O(n log n), whatever the sequences are made of.
/// </remarks>
internal static class CommonRuns
{
    /// <summary>Pairs of places, both increasing, each of one element that occurs once on either side.</summary>
    /// <param name="left">Hashes or numbers of the left side.</param>
    /// <param name="right">Those of the right side.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static List<(int Left, int Right)> Anchors(
        ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, CancellationToken cancellationToken)
    {
        var places = new Dictionary<ulong, (int Left, int Right)>();
        var pace = new CancellationPace(cancellationToken);
        for (var i = 0; i < left.Length; i++)
        {
            pace.Step();
            places[left[i]] = places.ContainsKey(left[i]) ? (-1, -1) : (i, -1);
        }

        for (var j = 0; j < right.Length; j++)
        {
            pace.Step();
            if (places.TryGetValue(right[j], out var place) && place.Left >= 0)
                places[right[j]] = place.Right < 0 ? (place.Left, j) : (-1, -1);
        }

        return Increasing([.. places.Values.Where(p => p.Right >= 0).OrderBy(p => p.Left)]);
    }

    /// <summary>The longest run of pairs that increase on the right side too.</summary>
    private static List<(int Left, int Right)> Increasing((int Left, int Right)[] pairs)
    {
        var (ends, before) = (new List<int>(), new int[pairs.Length]);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].Right < pairs[i].Right)
                    low = middle + 1;
                else
                    high = middle;
            }

            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }

        var run = new List<(int, int)>(ends.Count);
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i])
            run.Add(pairs[i]);
        run.Reverse();
        return run;
    }
}
