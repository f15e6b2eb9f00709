namespace Summarizer.Engines.Embedded.Targets;

/// <summary>Brings the names of one person, body or place together, where it is plain that they are one.</summary>
/// <remarks>An article may consist of names; so every step looks its counterparts up and compares no name with all others.</remarks>
internal static class NameMerger
{
    public static List<NameGroup> Merge(ReadText read, string? title, List<NameMention> mentions, CancellationToken cancellationToken)
    {
        var groups = Group(mentions, cancellationToken);
        var parts = PartsOfFirmNames(groups);
        groups.RemoveAll(g => !IsNamed(read, g, title) && !parts.Contains(g.Key));
        AcronymMerger.Merge(read, groups, cancellationToken);
        NameTypes.TellPersons(read, groups, cancellationToken);
        PersonMerger.Merge(groups, title, cancellationToken);
        BodyMerger.Merge(groups, cancellationToken);
        groups.RemoveAll(g => g.MergedInto is not null || !IsNamed(read, g, title));
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            group.Mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return groups;
    }

    /// <summary>Capitals that may be owed to a sentence's start do not make a name, unless they come again or stand in the title.</summary>
    private static bool IsNamed(ReadText read, NameGroup group, string? title)
        => group.IsFirm || (group.Words.Length > 1
            ? group.Mentions.Count > 1 || title?.Contains(group.Key, StringComparison.Ordinal) == true
            : group.Mentions.Count > 2 && read.Language is "en" or "fr" or "es" or "it" or "pt" && !NameWords.IsCommon(group.Key));

    private static List<NameGroup> Group(List<NameMention> mentions, CancellationToken cancellationToken)
    {
        var byKey = new Dictionary<string, NameGroup>(StringComparer.OrdinalIgnoreCase);
        var groups = new List<NameGroup>();
        foreach (var mention in mentions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!byKey.TryGetValue(mention.Key, out var group))
            {
                byKey.Add(mention.Key, group = new NameGroup(mention.Key, groups.Count));
                groups.Add(group);
            }

            group.Add(mention);
        }

        return groups;
    }

    /// <summary>First and last words of the names that are names for certain: alone they name the same.</summary>
    private static HashSet<string> PartsOfFirmNames(List<NameGroup> groups)
    {
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            if (group.IsFirm && group.Words.Length > 1)
                parts.UnionWith([group.Words[0], group.Words[^1]]);
        }

        return parts;
    }
}
