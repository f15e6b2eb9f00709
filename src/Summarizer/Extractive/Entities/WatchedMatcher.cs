using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Finds the targets a user watches, whether or not the article is about them.</summary>
internal static class WatchedMatcher
{
    /// <summary>Moves watched targets to the front under the user's own names; one never named has no mentions.</summary>
    /// <returns>How many of the first targets are watched.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Apply(
        AnalyzedText read, List<Target> targets, IReadOnlyList<WatchedTarget> watched, CancellationToken cancellationToken)
    {
        if (watched.Count == 0)
            return 0;
        var candidates = Candidates(targets, watched);
        var merged = new List<Target>(watched.Count);
        var taken = new HashSet<int>();
        foreach (var one in watched)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = new HashSet<string>([one.Name, .. one.Aliases], StringComparer.OrdinalIgnoreCase);
            var found = candidates.FindIndex(c => names.Contains(targets[c].Name) || targets[c].Aliases.Any(names.Contains));
            if (found < 0)
                found = BySurname(targets, candidates, one.Name);
            merged.Add(Merge(read, one, found >= 0 ? targets[candidates[found]] : null, cancellationToken));
            if (found < 0)
                continue;
            taken.Add(candidates[found]);
            candidates.RemoveAt(found);
        }

        Target[] others = [.. targets.Where((_, t) => !taken.Contains(t))];
        targets.Clear();
        targets.AddRange(merged);
        targets.AddRange(others);
        return watched.Count;
    }

    /// <summary>The few targets that any watched one may be, by their numbers: the others are looked at once, not for each.</summary>
    private static List<int> Candidates(List<Target> targets, IReadOnlyList<WatchedTarget> watched)
    {
        var names = watched.SelectMany(w => w.Aliases.Prepend(w.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var surnames = watched.Select(w => w.Name[(w.Name.LastIndexOf(' ') + 1)..]).ToHashSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        var candidates = new List<int>();
        for (var t = 0; t < targets.Count; t++)
        {
            var name = targets[t].Name;
            if (names.Contains(name) || surnames.Contains(name.AsSpan(name.LastIndexOf(' ') + 1)) || targets[t].Aliases.Any(names.Contains))
                candidates.Add(t);
        }

        return candidates;
    }

    /// <summary>"Jane Roe" is watched, and the article speaks of one Roe alone, or of Jane B. Roe.</summary>
    private static int BySurname(List<Target> targets, List<int> candidates, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || NameWords.IsBody(words[^1]))
            return -1;
        bool IsMeant(Target t) => t.Name.Equals(words[^1], StringComparison.OrdinalIgnoreCase)
            || (t.Type == TargetType.Person && t.Name.EndsWith(" " + words[^1], StringComparison.OrdinalIgnoreCase)
                && t.Name.StartsWith(words[0] + " ", StringComparison.OrdinalIgnoreCase));
        var found = candidates.FindIndex(c => IsMeant(targets[c]));
        return found >= 0 && candidates.FindIndex(found + 1, c => IsMeant(targets[c])) < 0 ? found : -1;
    }

    private static Target Merge(AnalyzedText read, WatchedTarget watched, Target? known, CancellationToken cancellationToken)
    {
        var mentions = known?.Mentions.ToList() ?? [];
        foreach (var name in watched.Aliases.Prepend(watched.Name))
            mentions = Add(mentions, Occurrences(read, name), cancellationToken);
        if (mentions.Count == 0)
            mentions.AddRange(BareSurname(read, watched.Name));
        var forms = mentions.Select(m => m.Span.In(read.Text)).Distinct().Where(f => f != watched.Name);
        return new Target(watched.Name, known?.Type ?? TypeOf(watched), [.. forms], mentions, known?.Salience ?? 0)
        {
            Linked = known?.Linked ?? [],
            CanSpeak = true,
        };
    }

    /// <summary>Mentions and those occurrences of another name that overlap none; all in the order of the text.</summary>
    private static List<TargetMention> Add(
        List<TargetMention> mentions, IEnumerable<TargetMention> occurrences, CancellationToken cancellationToken)
    {
        var all = new List<TargetMention>(mentions.Count);
        var (next, end) = (0, 0);
        foreach (var at in occurrences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (; next < mentions.Count && mentions[next].Span.Start < at.Span.End; next++)
            {
                end = Math.Max(end, mentions[next].Span.End);
                all.Add(mentions[next]);
            }

            if (end <= at.Span.Start)
                all.Add(at);
        }

        all.AddRange(mentions[next..]);
        return all;
    }

    /// <summary>"Roe" or "Mayor Roe" where the article never gives her first name, and "Peter Roe" is somebody else.</summary>
    private static IEnumerable<TargetMention> BareSurname(AnalyzedText read, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 4 || words[^1].Length < 3 || !char.IsUpper(words[^1][0]) || NameWords.IsBody(words[^1])
            || NameWords.IsCommon(words[^1]))
            return [];
        return Occurrences(read, words[^1]).Where(m =>
        {
            var before = read.TokenAt(m.Span.Start) - 1;
            return before < read.TokensOf(m.Sentence).First || !read.Tokens[before].IsCapitalised || NameWords.IsTitle(read.Word(before));
        });
    }

    private static TargetType TypeOf(WatchedTarget watched)
    {
        var words = watched.Name.Split(' ');
        if (Gazetteer.TryFind(watched.Name, out var known))
            return known.Type;
        return NameWords.IsGivenName(words[0]) && words.Length > 1 ? TargetType.Person
            : words.All(w => char.IsLower(w[0])) ? TargetType.Topic : TargetType.Organization;
    }

    /// <summary>Whole words only; the case must match where the name has capitals.</summary>
    private static IEnumerable<TargetMention> Occurrences(AnalyzedText read, string name)
    {
        var comparison = name.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = read.Text.IndexOf(name, comparison); at >= 0; at = read.Text.IndexOf(name, at + name.Length, comparison))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(read.Text[at - 1]) && char.IsLetterOrDigit(name[0])
                && !Scripts.HasWordPerCharacter(name[0]))
                || (end < read.Text.Length && char.IsLetterOrDigit(read.Text[end]) && !Scripts.HasWordPerCharacter(name[^1])))
                continue;
            if (read.SentenceAt(at) is { } sentence && read.Sentences[sentence].Span.Contains(new TextSpan(at, end)))
                yield return new TargetMention(new TextSpan(at, end), sentence, false);
        }
    }
}
