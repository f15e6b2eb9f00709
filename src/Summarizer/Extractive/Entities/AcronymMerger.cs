namespace Summarizer.Extractive.Entities;

/// <summary>"Derna Mujahideen Shura Council (DMSC)", and acronyms that spell another name's initials.</summary>
internal static class AcronymMerger
{
    /// <summary>Characters between a name and its acronym: " (", at most with an article or a quotation mark.</summary>
    private const int LeastGap = 2, MostGap = 4;

    public static void Merge(AnalyzedText read, List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var acronyms = groups.FindAll(g => g.Words.Length == 1 && NameWords.IsAcronym(g.Key));
        if (acronyms.Count == 0)
            return;
        var definitions = Definitions(read, groups, acronyms, cancellationToken);
        var initials = Initials(groups, cancellationToken);
        foreach (var acronym in acronyms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var full = Definition(definitions, acronym)
                ?? (acronym.Key.Length > 2 ? initials.GetValueOrDefault(acronym.Key) : null);
            if (full is null)
                continue;
            acronym.MergeInto(full);
        }
    }

    /// <summary>The first of the names that have it in brackets behind them.</summary>
    private static NameGroup? Definition(Dictionary<NameGroup, List<NameGroup>> definitions, NameGroup acronym)
        => definitions.TryGetValue(acronym, out var before)
            ? before.Select(g => g.MergedInto ?? g)
                .Where(g => g != acronym && !g.IsPerson && g.Words.Length > 1 && g.Key[0] == acronym.Key[0])
                .MinBy(g => g.Order)
            : null;

    /// <summary>By acronym the names before its brackets, other acronyms among them.</summary>
    private static Dictionary<NameGroup, List<NameGroup>> Definitions(
        AnalyzedText read, List<NameGroup> groups, List<NameGroup> acronyms, CancellationToken cancellationToken)
    {
        var starts = new Dictionary<int, NameGroup>();
        foreach (var acronym in acronyms)
        {
            foreach (var mention in acronym.Mentions)
                starts.TryAdd(mention.Span.Start, acronym);
        }

        var definitions = new Dictionary<NameGroup, List<NameGroup>>();
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var mention in group.Mentions)
            {
                var end = mention.Span.End;
                for (var gap = LeastGap; gap <= MostGap; gap++)
                {
                    if (!starts.TryGetValue(end + gap, out var acronym) || !read.Text.AsSpan(end, gap).Contains('('))
                        continue;
                    if (!definitions.TryGetValue(acronym, out var before))
                        definitions.Add(acronym, before = []);
                    before.Add(group);
                }
            }
        }

        return definitions;
    }

    /// <summary>The first name of each row of initials.</summary>
    private static Dictionary<string, NameGroup> Initials(List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var initials = new Dictionary<string, NameGroup>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.Words.Length > 2)
                initials.TryAdd(string.Concat(group.Words.Where(w => char.IsUpper(w[0])).Select(w => w[0])), group);
        }

        return initials;
    }
}
