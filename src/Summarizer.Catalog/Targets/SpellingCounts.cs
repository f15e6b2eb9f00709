namespace Summarizer.Catalog.Targets;

/// <summary>How articles write one name, and how many of them each way; most names are written one way, which takes little room.</summary>
internal struct SpellingCounts
{
    private static readonly Comparer<(int Articles, string Spelling)> MostFirst = Comparer<(int Articles, string Spelling)>.Create(Compare);
    private (int Articles, string Spelling)? first;
    private Variants? several;

    /// <summary>
    /// The most frequent; among equals one that is not all capitals, then the first by code unit. Null where there is none.
    /// </summary>
    public readonly string? Most => several is { Order.Count: > 0 } ? several.Order.Min.Spelling : first?.Spelling;

    public readonly IEnumerable<(int Articles, string Spelling)> All
        => several is not null ? several.Order : first is { } one ? [one] : [];

    public void Add(string spelling, int articles)
    {
        if (several is null && (first is null || first.Value.Spelling == spelling))
        {
            var count = (first?.Articles ?? 0) + articles;
            first = count == 0 ? null : (count, spelling);
            return;
        }

        if (several is null)
        {
            several = new Variants();
            several.Add(first!.Value.Spelling, first.Value.Articles);
            first = null;
        }

        several.Add(spelling, articles);
    }

    private static int Compare((int Articles, string Spelling) left, (int Articles, string Spelling) right)
    {
        var order = right.Articles.CompareTo(left.Articles);
        if (order == 0)
            order = IsShouted(left.Spelling).CompareTo(IsShouted(right.Spelling));
        return order == 0 ? string.CompareOrdinal(left.Spelling, right.Spelling) : order;
    }

    private static bool IsShouted(string text) => !text.Any(char.IsLower);

    private sealed class Variants
    {
        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

        public SortedSet<(int Articles, string Spelling)> Order { get; } = new(MostFirst);

        public void Add(string spelling, int articles)
        {
            var before = counts.GetValueOrDefault(spelling);
            Order.Remove((before, spelling));
            if (before + articles == 0)
            {
                counts.Remove(spelling);
                return;
            }

            counts[spelling] = before + articles;
            Order.Add((before + articles, spelling));
        }
    }
}
