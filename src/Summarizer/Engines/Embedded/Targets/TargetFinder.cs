namespace Summarizer.Engines.Embedded.Targets;

/// <summary>Whom and what an article is about.</summary>
internal static class TargetFinder
{
    /// <summary>Mentions within this share of the sentences, from the first, count more: news names its subject early.</summary>
    private const double LeadShare = 0.15;

    /// <summary>Everything named, most salient first.</summary>
    public static List<Target> Find(ReadText read, string? title)
    {
        var targets = new List<Target>();
        var isSport = NameKinds.IsSport(read);
        foreach (var group in NameMerger.Merge(read, title, NameFinder.Find(read)))
        {
            if (group.Mentions.TrueForAll(m => m.IsAdjective))
                continue;
            targets.Add(TargetOf(read, group, title, isSport));
        }

        foreach (var (_, mentions) in TopicFinder.Find(read))
            targets.Add(TopicOf(read, mentions, title));
        targets.Sort((a, b) => b.Salience.CompareTo(a.Salience) is var order and not 0
            ? order : a.Mentions[0].Span.Start.CompareTo(b.Mentions[0].Span.Start));
        var pronouns = Pronouns.Find(read, targets);
        for (var t = 0; t < targets.Count; t++)
            targets[t] = targets[t] with { Pronouns = pronouns[t] };
        return targets;
    }

    private static Target TargetOf(ReadText read, NameGroup group, string? title, bool isSport)
    {
        var type = NameTypes.Of(read, group);
        // Liverpool signs players; in Liverpool something happens.
        if (isSport && type == TargetType.Place && group.Mentions.Count > 1 && !NameTypes.IsMostlyIn(read, group) && !group.Mentions.Exists(m => m.IsAdjective) && !NameKinds.IsPlace(group.Words))
            type = TargetType.Organization;
        var forms = group.Mentions
            .GroupBy(m => m.Span.In(read.Text))
            .Select(g => (Form: g.Key, Count: g.Count(), g.First().IsAdjective, Words: g.Key.Count(c => c == ' ') + 1))
            .ToArray();
        var nouns = forms.Where(f => !f.IsAdjective);
        var name = (type == TargetType.Place
            ? nouns.MaxBy(f => (f.Count * (f.Form.Length > 4 && !f.Form.Any(char.IsLower) ? 0 : 1), f.Form.Length))
            : nouns.MaxBy(f => (Math.Min(f.Words, 4), f.Count))).Form;
        TargetMention[] mentions = [.. group.Mentions.Select(m => new TargetMention(m.Span, m.Sentence, m.IsAdjective))];
        string[] aliases = [.. forms.Select(f => f.Form).Where(f => f != name)];
        return new Target(name, type, aliases, mentions, Salience(read, mentions, nouns.Select(f => f.Form), title))
        {
            CanSpeak = type == TargetType.Person || group.Words.Length > 1 || NameTypes.IsAcronym(group.Key)
                || Gazetteer.TryFind(group.Key, out _) || NameWords.IsBody(group.Key),
        };
    }

    private static Target TopicOf(ReadText read, List<TargetMention> mentions, string? title)
    {
        var forms = mentions.Select(m => m.Span.In(read.Text)).CountBy(f => f).OrderByDescending(f => f.Value).Select(f => f.Key).ToArray();
        return new Target(forms[0], TargetType.Topic, forms[1..], mentions, Salience(read, mentions, forms, title));
    }

    private static double Salience(ReadText read, IReadOnlyList<TargetMention> mentions, IEnumerable<string> forms, string? title)
    {
        var salience = 0.0;
        foreach (var mention in mentions)
            salience += (mention.IsAdjective ? 0.5 : 1) + (mention.Sentence <= LeadShare * read.Sentences.Count ? 0.5 : 0);
        return title is not null && forms.Any(f => title.Contains(f, StringComparison.OrdinalIgnoreCase)) ? salience + 2 : salience;
    }
}
