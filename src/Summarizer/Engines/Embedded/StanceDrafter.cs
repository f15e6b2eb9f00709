using Summarizer.Engines.Embedded.Holders;
using Summarizer.Engines.Embedded.Stances;
using Summarizer.Engines.Embedded.Targets;

namespace Summarizer.Engines.Embedded;

/// <summary>From the stance of single sentences to the stance of the article, and of those it quotes.</summary>
internal sealed class StanceDrafter(ISentenceStance sentences)
{
    /// <summary>Most targets reported that nobody watches.</summary>
    private const int MostTargets = 12;

    /// <summary>Mentions that make a target one the article is about.</summary>
    private const double LeastSalience = 2;

    /// <summary>A quoted stance weaker than this, 0 to 1, is left out: one sentence proves little.</summary>
    private const double ClearlyHeld = 0.6;

    private const int MostEvidence = 3;

    /// <summary>Mentions of one target read in one sentence.</summary>
    private const int MostInSentence = 2;

    /// <param name="read">The article.</param>
    /// <param name="targets">Those watched first, then by salience.</param>
    /// <param name="watched">How many are watched, and reported whatever the article says of them.</param>
    public List<DraftStance> Draft(ReadText read, IReadOnlyList<Target> targets, int watched)
    {
        var speech = new SpeechFinder(read, targets);
        var drafts = new List<DraftStance>();
        var reported = 0;
        for (var t = 0; t < targets.Count; t++)
        {
            var salient = targets[t].Salience >= LeastSalience && reported < MostTargets;
            if (!salient && t >= watched)
                continue;
            reported += salient ? 1 : 0;
            Draft(read, targets, t, speech, drafts);
        }

        return drafts;
    }

    /// <summary>The author's stance toward a target alone.</summary>
    public StanceSum AuthorOf(ReadText read, IReadOnlyList<Target> targets, int target)
        => Sums(read, targets[target], target, new SpeechFinder(read, targets)).GetValueOrDefault(-1, new StanceSum());

    private void Draft(ReadText read, IReadOnlyList<Target> targets, int target, SpeechFinder speech, List<DraftStance> drafts)
    {
        var about = targets[target];
        var sums = Sums(read, about, target, speech);
        var author = sums.GetValueOrDefault(-1, new StanceSum());
        drafts.Add(Draft(read, about, StanceTag.Author, author));
        foreach (var (holder, sum) in sums)
        {
            if (holder >= 0 && sum.Stance != Stance.Neutral && sum.Strongest >= ClearlyHeld)
                drafts.Add(Draft(read, about, targets[holder].Name, sum));
        }
    }

    /// <summary>By the number of the holder; -1 is the author.</summary>
    private SortedDictionary<int, StanceSum> Sums(ReadText read, Target about, int target, SpeechFinder speech)
    {
        var sums = new SortedDictionary<int, StanceSum>();
        var (last, inSentence) = (-1, 0);
        foreach (var mention in References(about))
        {
            inSentence = mention.Sentence == last ? inSentence + 1 : 1;
            last = mention.Sentence;
            if (inSentence > MostInSentence)
                continue;
            var (voice, speaker) = speech.At(mention.Span.Start, mention.Sentence);
            if (voice == Voice.Unnamed || speaker == target)
                continue;
            var sentence = read.Sentences[mention.Sentence];
            var at = new TextSpan(mention.Span.Start - sentence.Span.Start, mention.Span.End - sentence.Span.Start);
            var probabilities = sentences.Of(sentence.Span.SliceOf(read.Text), at);
            if (!sums.TryGetValue(speaker, out var sum))
                sums.Add(speaker, sum = new StanceSum());
            sum.Add(mention.Sentence, probabilities, (mention.IsAdjective ? 0.5 : 1) * (sentence.IsWhole ? 1 : 0.5) / inSentence);
        }

        return sums;
    }

    /// <summary>By sentence, and there the names before the pronouns.</summary>
    private static IEnumerable<TargetMention> References(Target about)
    {
        var (m, p) = (0, 0);
        while (m < about.Mentions.Count || p < about.Pronouns.Count)
        {
            yield return p >= about.Pronouns.Count || (m < about.Mentions.Count && about.Mentions[m].Sentence <= about.Pronouns[p].Sentence)
                ? about.Mentions[m++]
                : about.Pronouns[p++];
        }
    }

    private static DraftStance Draft(ReadText read, Target about, string holder, StanceSum sum)
    {
        var evidence = sum.Evidence(MostEvidence);
        if (evidence.Count == 0)
            evidence = [.. about.Mentions.Select(m => m.Sentence).Distinct().Take(1)];
        return new DraftStance(
            about.Name,
            about.Type,
            holder,
            sum.Stance,
            Math.Round(sum.Confidence, 2),
            [.. evidence.Order().Select(s => new Quote(read.Sentences[s].Span.In(read.Text), read.Sentences[s].Span.Start))])
        {
            Aliases = about.Aliases,
            Mentions = about.Mentions.Count,
        };
    }
}
