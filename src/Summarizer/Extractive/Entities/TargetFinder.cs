using Summarizer.Extractive.Entities.Linking;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Whom and what an article is about.</summary>
internal sealed class TargetFinder(NameTagger tagger, TargetModel? model, LinkWeights? links)
{
    /// <summary>Most targets reported that nobody watches.</summary>
    public const int MostReported = 12;

    /// <summary>Sentences of a short article at most.</summary>
    private const int ShortArticle = 30;

    /// <summary>The least salience of a full name in a short article.</summary>
    private const double LeastInShort = 0.02;

    /// <summary>The least probability that what is reported is a name.</summary>
    private const double LeastNamed = 0.7;

    /// <summary>The same when it stands in running text three times.</summary>
    private const double LeastNamedAgain = 0.6;

    /// <summary>The least probability that the recogniser gives a name in a language that has no labelled documents.</summary>
    private const double LeastOtherwise = 0.75;

    /// <summary>The same for a name of several words that comes again.</summary>
    private const double LeastRepeated = 0.55;

    /// <summary>The same for a name of the gazetteer.</summary>
    private const double LeastOfKnown = 0.7;

    /// <summary>The same for a given name and what follows it, and in other languages than English for a name behind a title.</summary>
    private const double LeastOfGivenName = 0.45;

    /// <summary>The same for a name that another language's word for a body stands in.</summary>
    private const double LeastOfBody = 0.5;

    /// <summary>The same for a single word in a language that writes its nouns with capitals.</summary>
    private const double LeastOfNoun = 0.85;

    private static readonly Lazy<TargetFinder> Trained =
        new(() => new TargetFinder(NameTagger.Shared, TargetModel.Shared, LinkWeights.English));

    /// <summary>With the weights that the assembly carries.</summary>
    public static TargetFinder Shared => Trained.Value;

    /// <summary>Everything named, most salient first, with what stands for it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public List<Target> Find(AnalyzedText read, string? title, CancellationToken cancellationToken)
    {
        var candidates = Named(read, title, cancellationToken);
        candidates.RemoveAll(c => !IsNamed(read, c.Features)
            || (c.Target.Type == TargetType.Topic && !TargetFeatures.IsReturnedTo(c.Features)));
        Link(read, title, candidates, links!, cancellationToken);
        var targets = candidates.ConvertAll(c => Salient(
            read, c.Target with { Salience = model!.Predict(c.Features, TargetQuestion.Salient) }));
        var topics = TopicFinder.Find(read, cancellationToken).Select(t => t.Mentions)
            .Concat(TitleTopics.Find(read, title, targets, cancellationToken));
        foreach (var mentions in topics.ToList())
        {
            if (TopicOf(read, mentions, title) is var topic && !targets.Exists(t => t.Type == TargetType.Topic && t.Name == topic.Name))
                targets.Add(topic);
        }

        targets.Sort((a, b) => b.Salience.CompareTo(a.Salience) is var order and not 0 ? order : First(a).CompareTo(First(b)));
        return targets;
    }

    /// <summary>
    /// Everything named, the most prominent first, and what its type and salience are told by. Nothing is linked yet; training
    /// reads it too.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public List<(Target Target, double[] Features)> Named(AnalyzedText read, string? title, CancellationToken cancellationToken)
    {
        var groups = AliasResolver.Merge(read, title, EntityRecognizer.Find(read, tagger, cancellationToken), cancellationToken);
        groups.RemoveAll(g => g.Mentions.TrueForAll(m => m.IsAdjective));
        var features = new TargetFeatures(read, title, groups, cancellationToken);
        var named = new List<(Target Target, double[] Features)>(groups.Count);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var forms = NameForm.From(read, group);
            var values = features.Compute(group, forms.Where(f => !f.IsAdjective).Select(f => f.Form));
            named.Add((TargetOf(group, forms, model?.TypeOf(values) ?? group.Type), values));
        }

        named.Sort((a, b) => TargetFeatures.Prominence(b.Features).CompareTo(TargetFeatures.Prominence(a.Features)) is var order and not 0
            ? order : First(a.Target).CompareTo(First(b.Target)));
        return named;
    }

    /// <summary>
    /// The model is trained on English documents. In other languages the recogniser alone must be surer, the more so of a single
    /// word where every noun has a capital.
    /// </summary>
    private bool IsNamed(AnalyzedText read, double[] features)
    {
        if (TargetFeatures.IsHeadingOnly(features))
            return false;
        if (TargetFeatures.IsKnown(features) && TargetFeatures.Probability(features) >= LeastOfKnown)
            return true;
        if (TargetFeatures.HasGivenName(features) && TargetFeatures.Probability(features) >= LeastOfGivenName)
            return true;
        if (read.Language.Code != "en" && IsIntroduced(features))
            return true;
        if (model!.Predict(features, TargetQuestion.Named) < (TargetFeatures.IsRepeated(features) ? LeastNamedAgain : LeastNamed))
            return false;
        if (read.Language.Code == "en" || TargetFeatures.IsKnown(features))
            return true;
        var isOneWord = TargetFeatures.IsOneWord(features);
        var least = isOneWord && read.Language.Has(LanguageTraits.CapitalisesNouns) ? LeastOfNoun
            : isOneWord || TargetFeatures.IsOnce(features) ? LeastOtherwise : LeastRepeated;
        return TargetFeatures.Probability(features) >= least;
    }

    /// <summary>A short article names few, and those for a reason: whoever has a full name there is reported.</summary>
    private static Target Salient(AnalyzedText read, Target target)
        => read.Sentences.Count <= ShortArticle && target.Type is TargetType.Person or TargetType.Organization && target.Name.Contains(' ')
            ? target with { LeastSalience = LeastInShort } : target;

    /// <summary>A title before it, or a word in it, says what it names.</summary>
    private static bool IsIntroduced(double[] features)
        => (TargetFeatures.IsTitledPerson(features) && TargetFeatures.Probability(features) >= LeastOfGivenName)
            || (TargetFeatures.NamesBody(features) && TargetFeatures.Probability(features) >= LeastOfBody);

    /// <summary>Adds to each what stands for it, and how often that is.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Link(
        AnalyzedText read, string? title, List<(Target Target, double[] Features)> named, ILinkChooser chooser,
        CancellationToken cancellationToken)
    {
        var targets = named.ConvertAll(n => n.Target);
        var linked = PartOfSpeechTagger.CanTag(read)
            ? MentionLinker.Link(read, title, targets, chooser, cancellationToken)
            : PersonPronounLinker.Link(read, targets, cancellationToken);
        for (var t = 0; t < named.Count; t++)
        {
            if (linked[t] is not { } mentions)
                continue;
            named[t] = named[t] with { Target = named[t].Target with { Linked = mentions } };
            TargetFeatures.SetLinked(named[t].Features, mentions.Count);
        }
    }

    private static int First(Target target) => target.Mentions[0].Span.Start;

    private static Target TargetOf(NameGroup group, List<NameForm> forms, TargetType type)
    {
        var nouns = forms.Where(f => !f.IsAdjective);
        var name = (type == TargetType.Place
            ? nouns.MaxBy(f => (f.Count * (f.Form.Length > 4 && !f.Form.Any(char.IsLower) ? 0 : 1), f.Form.Length))
            : nouns.MaxBy(f => (Math.Min(f.Words, 4), f.Count))).Form;
        TargetMention[] mentions = [.. group.Mentions.Select(m => new TargetMention(m.Span, m.Sentence, m.IsAdjective))];
        string[] aliases = [.. forms.Select(f => f.Form).Where(f => f != name)];
        return new Target(name, type, aliases, mentions, 0)
        {
            CanSpeak = type == TargetType.Person || group.Words.Length > 1 || NameWords.IsAcronym(group.Key)
                || Gazetteer.TryFind(group.Key, out _) || NameWords.IsBody(group.Key),
        };
    }

    private static Target TopicOf(AnalyzedText read, List<TargetMention> mentions, string? title)
    {
        var forms = mentions.Select(m => m.Span.In(read.Text)).CountBy(f => f).OrderByDescending(f => f.Value).Select(f => f.Key).ToArray();
        var isInTitle = title is not null && forms.Any(f => title.Contains(f, StringComparison.OrdinalIgnoreCase));
        return new Target(forms[0], TargetType.Topic, forms[1..], mentions, isInTitle ? 0.9 : 0.5);
    }
}
