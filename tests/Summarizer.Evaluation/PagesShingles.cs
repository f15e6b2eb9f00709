using System.Text.RegularExpressions;

namespace Summarizer.Evaluation;

/// <summary>
/// Precision and recall of a page's text by 4-gram shingles of its words, as the article extraction benchmark of
/// Scrapinghub defines them: https://github.com/scrapinghub/article-extraction-benchmark.
/// </summary>
internal static partial class PagesShingles
{
    private const int Size = 4;

    public static (double Precision, double Recall) Compare(string gold, string text)
    {
        var (wanted, found) = (Count(gold), Count(text));
        double hits = 0, misses = 0, surplus = 0;
        foreach (var (shingle, count) in wanted)
        {
            var matched = Math.Min(count, found.GetValueOrDefault(shingle));
            hits += matched;
            misses += count - matched;
        }

        foreach (var (shingle, count) in found)
            surplus += Math.Max(0, count - wanted.GetValueOrDefault(shingle));
        if (misses + surplus == 0)
            return (1, 1);
        return hits == 0 ? (0, 0) : (hits / (hits + surplus), hits / (hits + misses));
    }

    private static Dictionary<string, int> Count(string text)
    {
        var words = Words().Matches(text).Select(m => m.Value).ToArray();
        var counts = new Dictionary<string, int>();
        for (var i = 0; i == 0 || i + Size <= words.Length; i++)
        {
            var shingle = string.Join(' ', words.Skip(i).Take(Size));
            if (words.Length > 0)
                counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
