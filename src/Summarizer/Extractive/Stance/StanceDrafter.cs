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
        var sums = Sums(read, title, targets, watched, cancellationToken);
        if (IsTrainedFor(read))
        {
            foreach (var (target, features) in AuthorsOf(read, sums, cancellationToken))
                sums[target].Author.Decide(AuthorStance.Shared.Predict(features));
        }

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
        => AuthorsOf(read, Sums(read, title, targets, watched, cancellationToken), cancellationToken)
            .Select(f => (targets[f.Target], f.Features));

    private static bool IsTrainedFor(AnalyzedText read) => read.Language.Has(LanguageTraits.HasTrainedStance);

    private static IEnumerable<(int Target, double[] Features)> AuthorsOf(
        AnalyzedText read, SortedDictionary<int, HolderStances> sums, CancellationToken cancellationToken)
    {
        var article = sums.Values.Select(s => s.Author.Totals).Aggregate(default(SentenceTotals), SentenceTotals.Add);
        var tone = AuthorTone.Compute(read, cancellationToken);
        return sums.Select(s => (s.Key, AuthorFeatures.Compute(s.Value.Author.Totals, article, tone)));
    }

    /// <summary>By target.</summary>
    private SortedDictionary<int, HolderStances> Sums(
        AnalyzedText read, string? title, IReadOnlyList<Target> targets, int watched, CancellationToken cancellationToken)
    {
        var speech = new SpeechAttribution(read, targets, cancellationToken);
        var sums = new SortedDictionary<int, HolderStances>();
        var salient = 0;
        for (var t = 0; t < targets.Count; t++)
        {
            var isSalient = targets[t].IsReported && salient < TargetFinder.MostReported;
            salient += isSalient ? 1 : 0;
            if (isSalient || t < watched)
                sums.Add(t, Sums(read, title, targets[t], t, speech, cancellationToken));
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
        drafts.Add(Draft(read, about, StanceTag.Author, byHolder.Author));
        var held = byHolder.Quoted
            .Where(s => HeldStance.MayHold(targets[s.Key]) && HeldStance.IsClear(s.Value, IsTrainedFor(read)))
            .OrderByDescending(s => s.Value.Strongest)
            .Take(MostHolders);
        foreach (var (holder, sum) in held)
            drafts.Add(Draft(read, about, targets[holder].Name, sum));
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

    private ISentenceStance ModelFor(AnalyzedText read) => IsTrainedFor(read) ? english : new WordStance(read.Language);

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
    private HolderStances Sums(
        AnalyzedText read, string? title, Target about, int target, SpeechAttribution speech, CancellationToken cancellationToken)
    {
        var sentences = ModelFor(read);
        var sums = new HolderStances();
        if (title is not null && InTitle(title, about) is { } inTitle)
            sums.Author.AddTitle(sentences.Predict(title, inTitle));
        foreach (var mention in OneInSentence(about))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var speaker = speech.At(mention.Span.Start, mention.Sentence);
            if (speaker.SpeakerKind == SpeakerKind.Unnamed || speaker.Speaker == target)
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

    private static DraftStance Draft(AnalyzedText read, Target about, string holder, StanceAggregate sum)
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
        };
    }
}
