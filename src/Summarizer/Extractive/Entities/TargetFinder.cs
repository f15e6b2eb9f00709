namespace Summarizer.Extractive.Entities;

/// <summary>Whom and what an article is about.</summary>
internal static class TargetFinder
{
    /// <summary>Mentions within this share of the sentences, from the first, count more: news names its subject early.</summary>
    private const double LeadShare = 0.15;

    /// <summary>Everything named, most salient first.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<Target> Find(AnalyzedText read, string? title, CancellationToken cancellationToken)
    {
        var targets = new List<Target>();
        var isSport = NameKinds.IsSport(read, cancellationToken);
        foreach (var group in AliasResolver.Merge(read, title, EntityRecognizer.Find(read, cancellationToken), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.Mentions.TrueForAll(m => m.IsAdjective))
                continue;
            targets.Add(TargetOf(read, group, title, isSport));
        }

        foreach (var (_, mentions) in TopicFinder.Find(read, cancellationToken))
            targets.Add(TopicOf(read, mentions, title));
        targets = BySalience(targets);
        var pronouns = PronounResolver.Find(read, targets, cancellationToken);
        for (var t = 0; t < targets.Count; t++)
        {
            if (pronouns[t] is { } meant)
                targets[t] = targets[t] with { Pronouns = meant };
        }

        return targets;
    }

    /// <summary>The most salient first, of equal ones the one that is named first.</summary>
    private static List<Target> BySalience(List<Target> targets)
    {
        var keys = new (double Salience, int First, int Target)[targets.Count];
        for (var t = 0; t < keys.Length; t++)
            keys[t] = (targets[t].Salience, targets[t].Mentions[0].Span.Start, t);
        Array.Sort(keys, (a, b) => b.Salience.CompareTo(a.Salience) is var order and not 0 ? order : a.First.CompareTo(b.First));
        return [.. keys.Select(k => targets[k.Target])];
    }

    private static Target TargetOf(AnalyzedText read, NameGroup group, string? title, bool isSport)
    {
        var type = NameTypes.Infer(read, group);
        // Liverpool signs players; in Liverpool something happens.
        if (isSport && type == TargetType.Place && group.Mentions.Count > 1 && !NameTypes.IsMostlyIn(read, group)
            && !group.Mentions.Exists(m => m.IsAdjective) && !NameKinds.IsPlace(group.Words))
            type = TargetType.Organization;
        var forms = NameForm.From(read, group);
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

    private static Target TopicOf(AnalyzedText read, List<TargetMention> mentions, string? title)
    {
        var forms = mentions.Select(m => m.Span.In(read.Text)).CountBy(f => f).OrderByDescending(f => f.Value).Select(f => f.Key).ToArray();
        return new Target(forms[0], TargetType.Topic, forms[1..], mentions, Salience(read, mentions, forms, title));
    }

    private static double Salience(AnalyzedText read, IReadOnlyList<TargetMention> mentions, IEnumerable<string> forms, string? title)
    {
        var salience = 0.0;
        foreach (var mention in mentions)
            salience += (mention.IsAdjective ? 0.5 : 1) + (mention.Sentence <= LeadShare * read.Sentences.Count ? 0.5 : 0);
        return title is not null && forms.Any(f => title.Contains(f, StringComparison.OrdinalIgnoreCase)) ? salience + 2 : salience;
    }
}
