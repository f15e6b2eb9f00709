using Summarizer.Language;

namespace Summarizer.Engines.Embedded.Targets;

/// <summary>Finds the targets a user watches, whether or not the article is about them.</summary>
internal static class WatchedMatcher
{
    /// <summary>Moves watched targets to the front under the user's own names; one never named has no mentions.</summary>
    /// <returns>How many of the first targets are watched.</returns>
    public static int Apply(ReadText read, List<Target> targets, IReadOnlyList<WatchedTarget> watched)
    {
        for (var w = 0; w < watched.Count; w++)
        {
            var names = new HashSet<string>([watched[w].Name, .. watched[w].Aliases], StringComparer.OrdinalIgnoreCase);
            var found = targets.FindIndex(w, t => names.Contains(t.Name) || t.Aliases.Any(names.Contains));
            if (found < 0)
                found = BySurname(targets, w, watched[w].Name);
            var known = found >= 0 ? targets[found] : null;
            if (found >= 0)
                targets.RemoveAt(found);
            targets.Insert(w, Merge(read, watched[w], known));
        }

        return watched.Count;
    }

    /// <summary>"Jane Roe" is watched, and the article speaks of one Roe alone, or of Jane B. Roe.</summary>
    private static int BySurname(List<Target> targets, int from, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || NameWords.IsBody(words[^1]))
            return -1;
        bool IsMeant(Target t) => t.Name.Equals(words[^1], StringComparison.OrdinalIgnoreCase)
            || (t.Type == TargetType.Person && t.Name.EndsWith(" " + words[^1], StringComparison.OrdinalIgnoreCase)
                && t.Name.StartsWith(words[0] + " ", StringComparison.OrdinalIgnoreCase));
        var found = targets.FindIndex(from, IsMeant);
        return found >= 0 && targets.FindIndex(found + 1, IsMeant) < 0 ? found : -1;
    }

    private static Target Merge(ReadText read, WatchedTarget watched, Target? known)
    {
        var mentions = known?.Mentions.ToList() ?? [];
        foreach (var name in watched.Aliases.Prepend(watched.Name))
        {
            foreach (var at in Occurrences(read, name))
            {
                if (!mentions.Exists(m => m.Span.Start < at.Span.End && at.Span.Start < m.Span.End))
                    mentions.Add(at);
            }
        }

        if (mentions.Count == 0)
            mentions.AddRange(BareSurname(read, watched.Name));
        mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var forms = mentions.Select(m => m.Span.In(read.Text)).Distinct().Where(f => f != watched.Name);
        return new Target(watched.Name, known?.Type ?? TypeOf(watched), [.. forms], mentions, known?.Salience ?? 0)
        {
            Pronouns = known?.Pronouns ?? [],
            CanSpeak = true,
        };
    }

    /// <summary>"Roe" or "Mayor Roe" where the article never gives her first name, and "Peter Roe" is somebody else.</summary>
    private static IEnumerable<TargetMention> BareSurname(ReadText read, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 4 || words[^1].Length < 3 || !char.IsUpper(words[^1][0]) || NameWords.IsBody(words[^1]) || NameWords.IsCommon(words[^1]))
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
    private static IEnumerable<TargetMention> Occurrences(ReadText read, string name)
    {
        var comparison = name.Any(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = read.Text.IndexOf(name, comparison); at >= 0; at = read.Text.IndexOf(name, at + name.Length, comparison))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(read.Text[at - 1]) && char.IsLetterOrDigit(name[0]) && !Tokenizer.IsUnspaced(name[0]))
                || (end < read.Text.Length && char.IsLetterOrDigit(read.Text[end]) && !Tokenizer.IsUnspaced(name[^1])))
                continue;
            if (read.SentenceAt(at) is { } sentence && read.Sentences[sentence].Span.Contains(new TextSpan(at, end)))
                yield return new TargetMention(new TextSpan(at, end), sentence, false);
        }
    }
}
