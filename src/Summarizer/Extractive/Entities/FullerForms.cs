namespace Summarizer.Extractive.Entities;

/// <summary>
/// Finds a person's fuller name: "Donald J. Trump" and "Abdul Hakim Belhadj" for "Donald Trump" and "Hakim Belhadj". Of
/// several the first in the article.
/// </summary>
internal sealed class FullerForms
{
    private readonly Dictionary<(string First, string Last), ByLength> byEnds = new(new EndsComparer());

    private readonly Dictionary<string, Queue<NameGroup>?> byEnding = new(StringComparer.Ordinal);

    public FullerForms(List<NameGroup> names, CancellationToken cancellationToken)
    {
        var shared = names.CountBy(EndsOf, byEnds.Comparer).Where(e => e.Value > 1).Select(e => e.Key).ToHashSet(byEnds.Comparer);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            byEnding.TryAdd(name.Plain, null);
        }

        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddEndings(name);
            if (!shared.Contains(EndsOf(name)))
                continue;
            if (!byEnds.TryGetValue(EndsOf(name), out var alike))
                byEnds.Add(EndsOf(name), alike = new ByLength());
            alike.Add(name);
        }
    }

    /// <summary>Null when the article has none that is not merged yet.</summary>
    public NameGroup? Find(NameGroup name)
    {
        var sameEnds = byEnds.TryGetValue(EndsOf(name), out var alike) ? alike.LongerThan(name) : null;
        var sameEnding = byEnding.TryGetValue(name.Plain, out var longer) && longer is not null ? NameIndex.FirstUnmerged(longer) : null;
        return sameEnds is null || sameEnding?.Order < sameEnds.Order ? sameEnding : sameEnds;
    }

    private static (string First, string Last) EndsOf(NameGroup name) => (name.Words[0], name.Words[^1]);

    /// <summary>Under every other name that this one ends with, at a word.</summary>
    private void AddEndings(NameGroup name)
    {
        var endings = byEnding.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = name.Words.Length > 2 ? name.Plain.AsSpan() : default;
        for (var words = name.Words.Length; words > 2; words--)
        {
            rest = rest[(rest.IndexOf(' ') + 1)..];
            if (!endings.TryGetValue(rest, out var longer))
                continue;
            if (longer is null)
                endings[rest] = longer = [];
            longer.Enqueue(name);
        }
    }

    /// <summary>Names with one first and one last word. They have few lengths, however many there are.</summary>
    private sealed class ByLength
    {
        private readonly Dictionary<int, Queue<NameGroup>> byWords = [];

        private readonly Dictionary<int, Queue<NameGroup>> byCharacters = [];

        public void Add(NameGroup name)
        {
            Add(byWords, name.Words.Length, name);
            Add(byCharacters, name.Key.Length, name);
        }

        /// <summary>The first with more words or characters.</summary>
        public NameGroup? LongerThan(NameGroup name)
        {
            var byMoreWords = LongerThan(byWords, name.Words.Length);
            var byMoreCharacters = LongerThan(byCharacters, name.Key.Length);
            return byMoreWords is null || byMoreCharacters?.Order < byMoreWords.Order ? byMoreCharacters : byMoreWords;
        }

        private static NameGroup? LongerThan(Dictionary<int, Queue<NameGroup>> names, int length)
        {
            NameGroup? first = null;
            foreach (var (own, queue) in names)
            {
                if (own > length && NameIndex.FirstUnmerged(queue) is { } longer && (first is null || longer.Order < first.Order))
                    first = longer;
            }

            return first;
        }

        private static void Add(Dictionary<int, Queue<NameGroup>> names, int length, NameGroup name)
        {
            if (!names.TryGetValue(length, out var queue))
                names.Add(length, queue = []);
            queue.Enqueue(name);
        }
    }

    private sealed class EndsComparer : IEqualityComparer<(string First, string Last)>
    {
        public bool Equals((string First, string Last) x, (string First, string Last) y)
            => x.First.Equals(y.First, StringComparison.OrdinalIgnoreCase) && x.Last.Equals(y.Last, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string First, string Last) ends)
            => HashCode.Combine(
                ends.First.GetHashCode(StringComparison.OrdinalIgnoreCase), ends.Last.GetHashCode(StringComparison.OrdinalIgnoreCase));
    }
}
