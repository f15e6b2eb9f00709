namespace Summarizer.Extractive.Entities;

/// <summary>A person's shorter names under the fullest one, and the bare surname under its only owner.</summary>
internal static class PersonMerger
{
    public static void Merge(List<NameGroup> groups, string? title, CancellationToken cancellationToken)
    {
        var full = groups.FindAll(g => g.IsPerson && g.Words.Length > 1 && g.MergedInto is null);
        var fuller = new FullerForms(full, cancellationToken);
        foreach (var shorter in full)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fuller.Find(shorter) is { } longer)
                shorter.MergeInto(longer);
        }

        full.RemoveAll(g => g.MergedInto is not null);
        full.AddRange(MayBePersons(groups, full, cancellationToken));
        MergeBare(groups, full, title, cancellationToken);
    }

    /// <summary>Names of two words or three that look like a person's, when their surname alone is one's.</summary>
    private static List<NameGroup> MayBePersons(List<NameGroup> groups, List<NameGroup> full, CancellationToken cancellationToken)
    {
        var bare = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.Words.Length == 1 && group.IsPerson && group.MergedInto is null)
                bare.Add(group.Key);
        }

        var known = full.ToHashSet();
        return groups.FindAll(g => g.Words.Length is 2 or 3 && g.MergedInto is null && !known.Contains(g) && bare.Contains(g.Words[^1])
            && !Array.Exists(g.Words, w => NameWords.IsBody(w)) && !Gazetteer.TryFind(g.Key, out _));
    }

    private static void MergeBare(List<NameGroup> groups, List<NameGroup> full, string? title, CancellationToken cancellationToken)
    {
        var alone = groups.FindAll(g => g.Words.Length == 1 && g.MergedInto is null && !g.Mentions.Exists(m => m.IsAdjective));
        var bySurname = NameIndex.Create(alone, full, g => g.Words[^1], cancellationToken);
        var byFirstName = NameIndex.Create(alone, full, g => g.Words[0], cancellationToken);
        foreach (var bare in alone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var owners = bySurname[bare.Key];
            if (owners.Count == 0 && !bare.IsTitled)
                owners = byFirstName[bare.Key];
            // A surname before its owner is introduced is somebody else's, unless it comes again.
            if (Owner(owners, title) is { } owner && bare.Mentions.Exists(m => m.Span.Start > owner.First))
                bare.MergeInto(owner);
        }
    }

    /// <summary>The only one; else the only one in the title; else one who is named several times as often as any other.</summary>
    private static NameGroup? Owner(List<NameGroup> owners, string? title)
    {
        if (owners.Count > 1 && owners.FindAll(o => title?.Contains(o.Key, StringComparison.Ordinal) == true) is [var inTitle])
            return inTitle;
        if (owners.Count > 1 && owners.MaxBy(o => o.Mentions.Count) is { } main
            && owners.TrueForAll(o => o == main || o.Mentions.Count * 3 <= main.Mentions.Count))
            return main;
        return owners is [var only] ? only : null;
    }
}
