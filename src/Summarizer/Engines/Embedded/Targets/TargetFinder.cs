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
        foreach (var group in NameMerger.Merge(read, NameFinder.Find(read)))
        {
            if (group.Mentions.TrueForAll(m => m.IsAdjective))
                continue;
            targets.Add(TargetOf(read, group, title));
        }

        targets.Sort((a, b) => b.Salience.CompareTo(a.Salience) is var order and not 0
            ? order : a.Mentions[0].Span.Start.CompareTo(b.Mentions[0].Span.Start));
        return targets;
    }

    private static Target TargetOf(ReadText read, NameGroup group, string? title)
    {
        var type = group.Type ?? TargetType.Organization;
        var forms = group.Mentions
            .GroupBy(m => m.Span.In(read.Text))
            .Select(g => (Form: g.Key, Count: g.Count(), g.First().IsAdjective, Words: g.Key.Count(c => c == ' ') + 1))
            .ToArray();
        var nouns = forms.Where(f => !f.IsAdjective);
        var name = (type == TargetType.Place
            ? nouns.MaxBy(f => (f.Count, f.Form.Length))
            : nouns.MaxBy(f => (Math.Min(f.Words, 4), f.Count))).Form;
        return new Target(
            name,
            type,
            [.. forms.Select(f => f.Form).Where(f => f != name)],
            [.. group.Mentions.Select(m => new TargetMention(m.Span, m.Sentence, m.IsAdjective))],
            Salience(read, group, forms.Where(f => !f.IsAdjective).Select(f => f.Form), title));
    }

    private static double Salience(ReadText read, NameGroup group, IEnumerable<string> forms, string? title)
    {
        var salience = 0.0;
        foreach (var mention in group.Mentions)
            salience += (mention.IsAdjective ? 0.5 : 1) + (mention.Sentence <= LeadShare * read.Sentences.Count ? 0.5 : 0);
        return title is not null && forms.Any(f => title.Contains(f, StringComparison.OrdinalIgnoreCase)) ? salience + 2 : salience;
    }
}
