namespace Summarizer.Catalog.Targets;

/// <summary>How articles write one name, and how many of them each way.</summary>
internal sealed class SpellingCounts
{
    private static readonly Comparer<(int Articles, string Spelling)> MostFirst = Comparer<(int Articles, string Spelling)>.Create(Compare);
    private readonly Dictionary<string, int> counts = new(1, StringComparer.Ordinal);
    private readonly SortedSet<(int Articles, string Spelling)> order = new(MostFirst);

    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>
    /// The most frequent; among equals one that is not all capitals, then the first by code unit. Null where there is none.
    /// </summary>
    public string? Most => order.Count > 0 ? order.Min.Spelling : null;

    public void Add(string spelling, int articles)
    {
        var before = counts.GetValueOrDefault(spelling);
        order.Remove((before, spelling));
        if (before + articles == 0)
        {
            counts.Remove(spelling);
            return;
        }

        counts[spelling] = before + articles;
        order.Add((before + articles, spelling));
    }

    private static int Compare((int Articles, string Spelling) left, (int Articles, string Spelling) right)
    {
        var order = right.Articles.CompareTo(left.Articles);
        if (order == 0)
            order = IsShouted(left.Spelling).CompareTo(IsShouted(right.Spelling));
        return order == 0 ? string.CompareOrdinal(left.Spelling, right.Spelling) : order;
    }

    private static bool IsShouted(string text) => !text.Any(char.IsLower);
}
