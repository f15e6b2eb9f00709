using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Brings the names of one person, body or place together, where it is plain that they are one.</summary>
/// <remarks>An article may consist of names; so every step looks its counterparts up and compares no name with all others.</remarks>
internal static class AliasResolver
{
    /// <param name="read">The article.</param>
    /// <param name="title">Names in it are names for certain; may be null.</param>
    /// <param name="groups">As <see cref="EntityRecognizer"/> found them; what is left of them is the result.</param>
    /// <param name="cancellationToken">Cancels the merging.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<NameGroup> Merge(AnalyzedText read, string? title, List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var parts = PartsOfFirmNames(groups, cancellationToken);
        groups.RemoveAll(g => !IsNamed(read, g, title) && !parts.Contains(g.Key));
        AcronymMerger.Merge(read, groups, cancellationToken);
        NameTypes.TellPersons(read, groups, cancellationToken);
        PersonMerger.Merge(groups, title, cancellationToken);
        OrganizationMerger.Merge(groups, cancellationToken);
        groups.RemoveAll(g => g.MergedInto is not null || !IsNamed(read, g, title));
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            group.Mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return groups;
    }

    /// <summary>Capitals that may be owed to a sentence's start do not make a name, unless they come again or stand in the title.</summary>
    private static bool IsNamed(AnalyzedText read, NameGroup group, string? title)
        => group.IsFirm || (group.Words.Length > 1
            ? group.Mentions.Count > 1 || title?.Contains(group.Key, StringComparison.Ordinal) == true
            : group.Mentions.Count > 2 && read.Language.Has(LanguageTraits.CapitalisesNamesOnly) && !NameWords.IsCommon(group.Key));

    /// <summary>First and last words of the names that are names for certain: alone they name the same.</summary>
    private static HashSet<string> PartsOfFirmNames(List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var parts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.IsFirm && group.Words.Length > 1)
                parts.UnionWith([group.Words[0], group.Words[^1]]);
        }

        return parts;
    }
}
