namespace Summarizer.Extractive.Entities;

/// <summary>"The Brotherhood" after "the Muslim Brotherhood", and "the Muslim Brotherhood Sect" as well.</summary>
internal static class OrganizationMerger
{
    public static void Merge(List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var bodies = groups.FindAll(g => g.Type == TargetType.Organization && g.Words.Length > 1 && g.MergedInto is null);
        MergeLonger(bodies, cancellationToken);
        var alone = groups.FindAll(g => g.Words.Length == 1 && g.MergedInto is null && (g.Firm == 0 || NameWords.IsBody(g.Key)));
        var byLastWord = NameIndex.Create(alone, bodies.FindAll(g => g.MergedInto is null), g => g.Words[^1], cancellationToken);
        foreach (var bare in alone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (byLastWord[bare.Key] is [var owner] && bare.First > owner.First)
                bare.MergeInto(owner);
        }
    }

    /// <summary>A body with one more word of a body behind its name is taken for the same.</summary>
    private static void MergeLonger(List<NameGroup> bodies, CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, Queue<NameGroup>>(StringComparer.Ordinal);
        foreach (var longer in bodies.Where(HasShorter))
            byName.TryAdd(Shorter(longer), new Queue<NameGroup>(1));
        foreach (var body in bodies)
        {
            if (byName.TryGetValue(body.Plain, out var alike))
                alike.Enqueue(body);
        }

        foreach (var longer in bodies.Where(HasShorter))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NameIndex.FirstUnmerged(byName[Shorter(longer)]) is { } shorter)
                longer.MergeInto(shorter);
        }
    }

    private static bool HasShorter(NameGroup body) => body.Words.Length > 2 && NameWords.IsBody(body.Words[^1]);

    private static string Shorter(NameGroup body) => body.Plain[..body.Plain.LastIndexOf(' ')];
}
