namespace Summarizer.Extractive.Entities.Linking;

/// <summary>Makes the candidates of an article, as nobody has met them yet.</summary>
internal sealed class CandidateFactory(List<Target> targets, string? title)
{
    private static readonly char[] Spaces = [' ', '\u00A0'];

    private readonly int[] prominence = ProminenceOf(targets);

    public Candidate[] Create()
    {
        var candidates = new Candidate[targets.Count];
        for (var t = 0; t < candidates.Length; t++)
        {
            var at = title is null ? -1 : PlaceIn(title, targets[t]);
            candidates[t] = new Candidate(t, targets[t])
            {
                InTitle = at >= 0,
                TitleWord = at < 0 ? TitleWord.None : Before(title!, at),
                Prominence = prominence[t],
            };
            if (targets[t].Type != TargetType.Person)
                continue;
            var words = targets[t].Name.Split(Spaces, 2);
            candidates[t].Add(LinkLexicon.GenderOf(words[0]), words.Length > 1 ? 2 : 1);
            candidates[t].Add(LinkLexicon.Find(words[0]).Title, 3);
        }

        return candidates;
    }

    private static int[] ProminenceOf(List<Target> targets)
    {
        var ranks = new int[targets.Count];
        foreach (var type in targets.Select((target, number) => (target, number)).GroupBy(t => t.target.Type))
        {
            var rank = 0;
            foreach (var (_, number) in type.OrderByDescending(t => t.target.Mentions.Count))
                ranks[number] = rank++;
        }

        return ranks;
    }

    /// <summary>Where a title names a target, or its last word; -1 where it does not.</summary>
    private static int PlaceIn(string title, Target target)
    {
        var at = title.IndexOf(target.Name, StringComparison.Ordinal);
        if (at >= 0 || target.Type != TargetType.Person)
            return at;
        var surname = target.Name[(target.Name.LastIndexOfAny(Spaces) + 1)..];
        at = title.IndexOf(surname, StringComparison.Ordinal);
        return at >= 0 && (at + surname.Length == title.Length || !char.IsLetter(title[at + surname.Length])) ? at : -1;
    }

    private static TitleWord Before(string title, int at)
    {
        if (at == 0)
            return TitleWord.Opening;
        var before = title.AsSpan(0, at);
        var (by, with) = (before.LastIndexOf("by "), Math.Max(before.LastIndexOf("with "), before.LastIndexOf("nterview")));
        return by >= 0 && by > with ? TitleWord.By : with >= 0 ? TitleWord.With : TitleWord.None;
    }
}
