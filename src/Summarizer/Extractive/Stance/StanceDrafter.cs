using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Stances.Author;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>From the stance of single sentences to the stance of the article, and of those it quotes.</summary>
internal sealed class StanceDrafter(ISentenceStance english)
{
    /// <summary>Most holders beside the author for one target.</summary>
    private const int MostHolders = 3;

    private const int MostEvidence = 3;

    /// <summary>Other names shown of one target; a text in which a thousand people share a surname is not copied into its result.</summary>
    private const int MostAliases = 50;

    /// <param name="read">The article.</param>
    /// <param name="title">The author speaks in it; may be null.</param>
    /// <param name="targets">Those watched first, then by salience.</param>
    /// <param name="watched">How many are watched, and reported whatever the article says of them.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public List<DraftStance> Draft(
        AnalyzedText read, string? title, IReadOnlyList<Target> targets, int watched, CancellationToken cancellationToken)
    {
        var speech = new SpeechAttribution(read, targets, cancellationToken);
        var sums = Sums(read, title, targets, watched, speech, cancellationToken);
        var model = AuthorStance.For(read.Language);
        foreach (var (target, features) in AuthorsOf(read, title, targets, sums, speech, cancellationToken))
            sums[target].Author.Decide(model.Predict(features));

        var drafts = new List<DraftStance>();
        foreach (var (target, byHolder) in sums)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Draft(read, targets, targets[target], byHolder, drafts);
        }

        return drafts;
    }

    /// <summary>What the author's stance toward each target is decided by; training reads it too.</summary>
    public IEnumerable<(Target Target, double[] Features)> Authors(
        AnalyzedText read, string? title, IReadOnlyList<Target> targets, int watched, CancellationToken cancellationToken)
    {
        var speech = new SpeechAttribution(read, targets, cancellationToken);
        var sums = Sums(read, title, targets, watched, speech, cancellationToken);
        return AuthorsOf(read, title, targets, sums, speech, cancellationToken).Select(f => (targets[f.Target], f.Features));
    }

    private static bool IsTrainedFor(AnalyzedText read) => read.Language.Has(LanguageTraits.HasTrainedStance);

    private static IEnumerable<(int Target, double[] Features)> AuthorsOf(
        AnalyzedText read, string? title, IReadOnlyList<Target> targets, SortedDictionary<int, HolderStances> sums,
        SpeechAttribution speech, CancellationToken cancellationToken)
    {
        var article = sums.Values.Select(s => s.Author.Totals).Aggregate(default(SentenceTotals), SentenceTotals.Add);
        var voice = new AuthorVoice(read, title, speech, cancellationToken);
        var surroundings = new Surroundings(read, voice, [.. sums.Keys.Select(t => SentencesOf(targets[t]))]);
        var most = sums.Keys.Select(t => targets[t].Salience).DefaultIfEmpty().Max();
        return sums.Select((s, i) => (s.Key, AuthorFeatures.Compute(
            new TargetReading(
                targets[s.Key],
                s.Value.Author,
                s.Value.Others,
                surroundings.Of(i, cancellationToken),
                targets[s.Key].Salience >= most),
            article, voice, read.Sentences.Count)));
    }

    private static int[] SentencesOf(Target target) => [.. OneInSentence(target).Select(m => m.Sentence)];

    /// <summary>By target.</summary>
    private SortedDictionary<int, HolderStances> Sums(
        AnalyzedText read, string? title, IReadOnlyList<Target> targets, int watched, SpeechAttribution speech,
        CancellationToken cancellationToken)
    {
        ISentenceStance sentences = IsTrainedFor(read) ? english : new WordStance(read.Language);
        var sums = new SortedDictionary<int, HolderStances>();
        var salient = 0;
        for (var t = 0; t < targets.Count; t++)
        {
            var isSalient = targets[t].IsReported && salient < TargetFinder.MostReported;
            salient += isSalient ? 1 : 0;
            if (isSalient || t < watched)
                sums.Add(t, Sums(read, title, targets[t], t, speech, sentences, cancellationToken));
        }

        foreach (var ally in sums.Where(s => s.Value.Author.IsPlainlyFavored).Select(s => s.Key).ToArray())
        {
            var mentionsOfAlly = OneInSentence(targets[ally]).ToDictionary(m => m.Sentence);
            foreach (var (opponent, byHolder) in sums)
            {
                if (opponent != ally)
                    AddOpponent(read, speech, mentionsOfAlly, targets[opponent], byHolder.Author, cancellationToken);
            }
        }

        return sums;
    }

    private static void Draft(
        AnalyzedText read, IReadOnlyList<Target> targets, Target about, HolderStances byHolder, List<DraftStance> drafts)
    {
        var portrayal = byHolder.Portrayal;
        drafts.Add(Draft(read, about, StanceTag.Author, byHolder.Author, portrayal));
        var held = byHolder.Quoted
            .Where(s => HeldStance.MayHold(targets[s.Key]) && HeldStance.IsClear(s.Value, IsTrainedFor(read)))
            .OrderByDescending(s => s.Value.Strongest)
            .Take(MostHolders);
        foreach (var (holder, sum) in held)
            drafts.Add(Draft(read, about, targets[holder].Name, sum, portrayal));
    }

    /// <summary>Whom an ally of the author fights, the author is against.</summary>
    private static void AddOpponent(
        AnalyzedText read, SpeechAttribution speech, Dictionary<int, TargetMention> mentionsOfAlly, Target opponent, StanceAggregate author,
        CancellationToken cancellationToken)
    {
        foreach (var mention in OneInSentence(opponent))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (mentionsOfAlly.TryGetValue(mention.Sentence, out var at) && at.Span.End <= mention.Span.Start
                && speech.At(mention.Span.Start, mention.Sentence).SpeakerKind == SpeakerKind.Author
                && StanceHeuristics.Fights(read, at, mention))
                author.Replace(mention.Sentence, StanceHeuristics.TowardOpponent);
        }
    }

    private static TextSpan? InTitle(string title, Target about)
    {
        foreach (var name in about.Aliases.Prepend(about.Name))
        {
            if (title.IndexOf(name, StringComparison.Ordinal) is var at and >= 0)
                return new TextSpan(at, at + name.Length);
        }

        return null;
    }

    /// <summary>What all who speak of a target add up to.</summary>
    private static HolderStances Sums(
        AnalyzedText read, string? title, Target about, int target, SpeechAttribution speech, ISentenceStance sentences,
        CancellationToken cancellationToken)
    {
        var sums = new HolderStances();
        if (title is not null && InTitle(title, about) is { } inTitle)
            sums.Author.Title = sentences.Predict(title, inTitle);
        foreach (var mention in OneInSentence(about))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var speaker = speech.At(mention.Span.Start, mention.Sentence);
            if (speaker.Speaker == target)
                continue;
            var sentence = read.Sentences[mention.Sentence];
            var at = new TextSpan(mention.Span.Start - sentence.Span.Start, mention.Span.End - sentence.Span.Start);
            var probabilities = StanceHeuristics.Correct(read, about, mention, sentences.Predict(sentence.Span.SliceOf(read.Text), at));
            var sum = sums.For(speaker);
            sum.Add(mention.Sentence, probabilities, (mention.IsAdjective ? 0.5 : 1) * (sentence.IsWhole ? 1 : 0.5));
            sum.HasQuotation |= QuotationFinder.Around(read.Quotations, mention.Span.Start) is not null;
        }

        return sums;
    }

    /// <summary>One mention for each sentence: a name before an adjective, and both before what surely stands for it.</summary>
    private static IEnumerable<TargetMention> OneInSentence(Target about)
    {
        LinkedMention[] linked = [.. about.Linked.Where(l => l.Confidence >= LinkedMention.Reliable)];
        var (m, p) = (0, 0);
        while (m < about.Mentions.Count || p < linked.Length)
        {
            var sentence = Math.Min(
                m < about.Mentions.Count ? about.Mentions[m].Sentence : int.MaxValue,
                p < linked.Length ? linked[p].Sentence : int.MaxValue);
            TargetMention? best = null;
            for (; m < about.Mentions.Count && about.Mentions[m].Sentence == sentence; m++)
                best = best is null || (best.Value.IsAdjective && !about.Mentions[m].IsAdjective) ? about.Mentions[m] : best;
            for (; p < linked.Length && linked[p].Sentence == sentence; p++)
                best ??= new TargetMention(linked[p].Span, linked[p].Sentence, false);
            yield return best!.Value;
        }
    }

    private static DraftStance Draft(AnalyzedText read, Target about, string holder, StanceAggregate sum, Portrayal portrayal)
    {
        var evidence = sum.Evidence(MostEvidence);
        if (evidence.Count == 0)
            evidence = [.. about.Mentions.Select(m => m.Sentence).Distinct().Take(1)];
        return new DraftStance(
            about.Name,
            about.Type,
            holder,
            sum.Stance,
            Math.Round(holder == StanceTag.Author ? sum.Confidence : HeldStance.ConfidenceOf(sum), 2),
            [.. evidence.Order().Select(s => new Quote(read.Sentences[s].Span.In(read.Text), read.Sentences[s].Span.Start))])
        {
            Aliases = [.. about.Aliases.Take(MostAliases)],
            Mentions = about.Mentions.Count,
            Probabilities = Rounded(sum.Probabilities),
            Portrayal = portrayal,
        };
    }

    /// <summary>To two digits, and still 1 in all.</summary>
    private static TagProbabilities Rounded(TagProbabilities of)
    {
        var (favor, against) = (Math.Round(of.Favor, 2), Math.Round(of.Against, 2));
        return new TagProbabilities(favor, against, Math.Max(0, Math.Round(1 - favor - against, 2)));
    }
}
