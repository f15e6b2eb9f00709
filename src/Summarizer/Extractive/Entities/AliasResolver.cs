namespace Summarizer.Extractive.Entities;

/// <summary>Brings the names of one person, body or place together, where it is plain that they are one.</summary>
/// <remarks>An article may consist of names; so every step looks its counterparts up and compares no name with all others.</remarks>
internal static class AliasResolver
{
    /// <param name="read">The article.</param>
    /// <param name="title">A surname that several have is that of the one whom it names; may be null.</param>
    /// <param name="groups">As <see cref="EntityRecognizer"/> found them; what is left of them is the result.</param>
    /// <param name="cancellationToken">Cancels the merging.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<NameGroup> Merge(AnalyzedText read, string? title, List<NameGroup> groups, CancellationToken cancellationToken)
    {
        AcronymMerger.Merge(read, groups, cancellationToken);
        PersonMerger.Merge(groups, title, cancellationToken);
        OrganizationMerger.Merge(groups, cancellationToken);
        groups.RemoveAll(g => g.MergedInto is not null);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            group.Mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return groups;
    }
}
