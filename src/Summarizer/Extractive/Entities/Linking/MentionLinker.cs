using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>
/// Links the pronouns and definite descriptions of an English article to its targets: first those that stand for somebody
/// spoken of, then "I", when it is known who speaks. "We" and "you" are left alone: in GUM they seldom stand for a target.
/// </summary>
/// <remarks>
/// Each is decided from left to right, among the few targets met last, by the weights of a ranking model (Denis and Baldridge,
/// "Specialized Models and Ranking for Coreference Resolution", EMNLP 2008).
/// </remarks>
internal sealed class MentionLinker
{
    private readonly LinkText text;
    private readonly ILinkChooser chooser;
    private readonly List<LinkedMention>?[] linked;
    private readonly CandidateFactory factory;
    private readonly List<Naming> namings;

    private MentionLinker(
        AnalyzedText read, string? title, List<Target> targets, ILinkChooser chooser, CancellationToken cancellationToken)
    {
        this.chooser = chooser;
        text = new LinkText(read, targets, cancellationToken);
        linked = new List<LinkedMention>?[targets.Count];
        factory = new CandidateFactory(targets, title);
        namings = Naming.InOrder(text, targets, cancellationToken);
    }

    /// <summary>What stands for each target, in the order of the text; null for those that nothing stands for.</summary>
    /// <param name="read">An English article.</param>
    /// <param name="title">Its title; may be null.</param>
    /// <param name="targets">Whom it names.</param>
    /// <param name="chooser">Chooses among the candidates.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<LinkedMention>?[] Link(
        AnalyzedText read, string? title, List<Target> targets, ILinkChooser chooser, CancellationToken cancellationToken)
    {
        var linker = new MentionLinker(read, title, targets, chooser, cancellationToken);
        linker.Link(cancellationToken);
        return linker.linked;
    }

    private void Link(CancellationToken cancellationToken)
    {
        if (linked.Length == 0)
            return;
        var anaphors = AnaphorFinder.Find(text, cancellationToken);
        var density = Density(anaphors);
        Link([.. anaphors.Where(a => !a.IsOfSpeaker)], density, cancellationToken);
        if (anaphors.Exists(a => a.IsOfSpeaker))
            Link([.. anaphors.Where(a => a.IsOfSpeaker)], density, cancellationToken);
        foreach (var its in linked)
            its?.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    /// <summary>One way through the text, over the names and what was linked before.</summary>
    private void Link(List<Anaphor> anaphors, int density, CancellationToken cancellationToken)
    {
        var pass = new LinkPass(text, factory.Create(), density);
        var events = Events(anaphors.Count > 0 && anaphors[0].IsOfSpeaker);
        var (next, following) = (0, 0);
        var pace = new CancellationPace(cancellationToken);
        for (var s = 0; s < text.Read.Sentences.Count; s++)
        {
            pace.Step();
            pass.Enter(s);
            for (; following < anaphors.Count && anaphors[following].Sentence == s; following++)
            {
                pace.Step();
                var anaphor = anaphors[following];
                for (; next < events.Count && events[next].Span.Start < anaphor.Span.Start; next++)
                    pass.Meet(events[next]);
                if (pass.Choose(anaphor, chooser) is { Target: { } target } choice && choice.Confidence >= LeastFor(anaphor))
                    Add(pass, anaphor, target, choice.Confidence);
            }

            for (; next < events.Count && events[next].Sentence <= s; next++)
                pass.Meet(events[next]);
        }
    }

    private static double LeastFor(in Anaphor anaphor)
        => anaphor.IsOfSpeaker && !anaphor.IsQuoted ? LinkedMention.LeastOfSpeaker : LinkedMention.LeastConfidence;

    private void Add(LinkPass pass, in Anaphor anaphor, int target, double confidence)
    {
        var kind = anaphor.IsDescription ? LinkKind.Noun : LinkKind.Pronoun;
        (linked[target] ??= []).Add(new LinkedMention(anaphor.Span, anaphor.Sentence, kind, confidence));
        pass.Link(anaphor, target);
        if (!anaphor.IsOfSpeaker)
            text.SetTarget(text.Read.Tokens[anaphor.Token].Span, target);
    }

    /// <summary>The names, with what the way before has linked, in the order of the text.</summary>
    private List<Naming> Events(bool withLinked)
    {
        if (!withLinked)
            return namings;
        var events = new List<Naming>(namings);
        for (var t = 0; t < linked.Length; t++)
        {
            foreach (var mention in linked[t] ?? [])
                events.Add(Naming.From(text, t, mention));
        }

        events.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return events;
    }

    /// <summary>How much of the text outside quotations is spoken in the first person, from 0 for little to 3 for all.</summary>
    private int Density(List<Anaphor> anaphors)
    {
        var spoken = anaphors.Count(a => a.Class == AnaphorClass.I && !a.IsQuoted);
        return (spoken * 1000.0 / Math.Max(1, text.Read.Tokens.Count)) switch { < 2 => 0, < 8 => 1, < 20 => 2, _ => 3 };
    }
}
