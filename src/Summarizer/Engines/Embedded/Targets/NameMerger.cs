namespace Summarizer.Engines.Embedded.Targets;

/// <summary>Brings the names of one person, body or place together, where it is plain that they are one.</summary>
internal static class NameMerger
{
    public static List<NameGroup> Merge(ReadText read, string? title, List<NameMention> mentions)
    {
        var groups = Group(mentions);
        groups.RemoveAll(g => !IsNamed(read, g, title) && !groups.Exists(o => o.IsFirm && o.Words.Length > 1 && (SameWord(o.Words[^1], g.Key) || SameWord(o.Words[0], g.Key))));
        MergeAcronyms(read, groups);
        NameTypes.TellPersons(read, groups);
        MergePersons(groups, title);
        MergeBodies(groups);
        groups.RemoveAll(g => g.MergedInto is not null || !IsNamed(read, g, title));
        foreach (var group in groups)
            group.Mentions.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return groups;
    }

    /// <summary>Capitals that may be owed to a sentence's start do not make a name, unless they come again or stand in the title.</summary>
    private static bool IsNamed(ReadText read, NameGroup group, string? title)
        => group.IsFirm || (group.Words.Length > 1
            ? group.Mentions.Count > 1 || title?.Contains(group.Key, StringComparison.Ordinal) == true
            : group.Mentions.Count > 2 && read.Language is "en" or "fr" or "es" or "it" or "pt" && !NameWords.IsCommon(group.Key));

    private static List<NameGroup> Group(List<NameMention> mentions)
    {
        var byKey = new Dictionary<string, NameGroup>(StringComparer.OrdinalIgnoreCase);
        var groups = new List<NameGroup>();
        foreach (var mention in mentions)
        {
            if (!byKey.TryGetValue(mention.Key, out var group))
            {
                byKey.Add(mention.Key, group = new NameGroup(mention.Key));
                groups.Add(group);
            }

            group.Add(mention);
        }

        return groups;
    }

    /// <summary>"Derna Mujahideen Shura Council (DMSC)", and acronyms that spell another name's initials.</summary>
    private static void MergeAcronyms(ReadText read, List<NameGroup> groups)
    {
        foreach (var acronym in groups.Where(g => g.Words.Length == 1 && NameTypes.IsAcronym(g.Key)).ToArray())
        {
            var full = groups.Find(g => g != acronym && g.MergedInto is null && !g.IsPerson && g.Words.Length > 1 && g.Key[0] == acronym.Key[0] && g.Mentions.Exists(m => IsDefinedBy(read, m, acronym)))
                ?? groups.Find(g => g.MergedInto is null && g.Words.Length > 2 && acronym.Key.Length > 2 && Spells(g.Words, acronym.Key));
            if (full is null)
                continue;
            acronym.MergeInto(full);
            full.Type ??= TargetType.Organization;
        }
    }

    private static bool IsDefinedBy(ReadText read, NameMention full, NameGroup acronym)
        => acronym.Mentions.Exists(m => m.Span.Start - full.Span.End is >= 2 and <= 4
            && read.Text.AsSpan(full.Span.End, m.Span.Start - full.Span.End).Contains('('));

    private static bool Spells(string[] words, string acronym)
    {
        var i = 0;
        foreach (var word in words)
        {
            if (!char.IsUpper(word[0]))
                continue;
            if (i >= acronym.Length || word[0] != acronym[i++])
                return false;
        }

        return i == acronym.Length;
    }

    private static void MergePersons(List<NameGroup> groups, string? title)
    {
        var full = groups.Where(g => g.IsPerson && g.Words.Length > 1 && g.MergedInto is null).ToList();
        foreach (var shorter in full)
        {
            var longer = full.Find(g => g != shorter && g.MergedInto is null && (g.Words.Length > shorter.Words.Length || g.Key.Length > shorter.Key.Length) && IsFullerFormOf(g.Words, shorter.Words));
            if (longer is not null)
                shorter.MergeInto(longer);
        }

        full.RemoveAll(g => g.MergedInto is not null);
        foreach (var bare in groups.Where(g => g.Words.Length == 1 && g.MergedInto is null && !g.Mentions.Exists(m => m.IsAdjective)))
        {
            var owners = full.FindAll(g => SameWord(g.Words[^1], bare.Key));
            if (owners.Count == 0 && !bare.IsTitled)
                owners = full.FindAll(g => SameWord(g.Words[0], bare.Key));
            if (owners.Count > 1 && owners.FindAll(o => title?.Contains(o.Key, StringComparison.Ordinal) == true) is [var inTitle])
                owners = [inTitle];
            if (owners.Count > 1 && owners.MaxBy(o => o.Mentions.Count) is { } main && owners.TrueForAll(o => o == main || o.Mentions.Count * 3 <= main.Mentions.Count))
                owners = [main];
            // A surname before its owner is introduced is somebody else's, unless it comes again.
            if (owners.Count == 1 && (bare.Mentions.Exists(m => m.Span.Start > owners[0].First)))
                bare.MergeInto(owners[0]);
        }
    }

    /// <summary>"Donald J. Trump" and "Abdul Hakim Belhadj" for "Donald Trump" and "Hakim Belhadj".</summary>
    private static bool IsFullerFormOf(string[] longer, string[] shorter)
        => SameWord(longer[^1], shorter[^1])
            && (SameWord(longer[0], shorter[0]) || longer.AsSpan().EndsWith(shorter));

    /// <summary>"The Brotherhood" after "the Muslim Brotherhood", and "the Muslim Brotherhood Sect" as well.</summary>
    private static void MergeBodies(List<NameGroup> groups)
    {
        var bodies = groups.FindAll(g => g.Type == TargetType.Organization && g.Words.Length > 1 && g.MergedInto is null);
        foreach (var longer in bodies)
        {
            var shorter = bodies.Find(g => g != longer && g.MergedInto is null && longer.Words.Length == g.Words.Length + 1
                && longer.Words.AsSpan(0, g.Words.Length).SequenceEqual(g.Words) && NameWords.IsBody(longer.Words[^1]));
            if (shorter is not null)
                longer.MergeInto(shorter);
        }

        foreach (var bare in groups.FindAll(g => g.Words.Length == 1 && g.MergedInto is null && (!g.IsFirm || NameWords.IsBody(g.Key))))
        {
            var owners = bodies.FindAll(g => g.MergedInto is null && SameWord(g.Words[^1], bare.Key));
            if (owners.Count == 1 && bare.First > owners[0].First)
                bare.MergeInto(owners[0]);
        }
    }

    private static bool SameWord(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
