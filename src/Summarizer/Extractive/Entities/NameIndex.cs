namespace Summarizer.Extractive.Entities;

/// <summary>Names by what other names ask for.</summary>
internal static class NameIndex
{
    /// <summary>For each name requested, without regard to case, the names that have it at some place, in their order.</summary>
    /// <param name="asked">What is looked up later; nothing else is kept.</param>
    /// <param name="names">The names to choose from.</param>
    /// <param name="partOf">The part of a name that must be what is requested.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static Dictionary<string, List<NameGroup>> Create(
        IEnumerable<NameGroup> asked, List<NameGroup> names, Func<NameGroup, string> partOf, CancellationToken cancellationToken)
    {
        var index = new Dictionary<string, List<NameGroup>>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in asked)
            index.TryAdd(one.Key, []);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (index.TryGetValue(partOf(name), out var list))
                list.Add(name);
        }

        return index;
    }

    /// <summary>The first name that is merged into no other. A merged one stays merged: it is passed once and left behind.</summary>
    public static NameGroup? FirstUnmerged(Queue<NameGroup> names)
    {
        while (names.TryPeek(out var first))
        {
            if (first.MergedInto is null)
                return first;
            names.Dequeue();
        }

        return null;
    }
}
