using Summarizer.Engines.Embedded.Holders;
using Summarizer.Engines.Embedded.Stances;
using Summarizer.Engines.Embedded.Targets;

namespace Summarizer.Engines.Embedded;

/// <summary>From the stance of single sentences to the stance of the article, and of those it quotes.</summary>
internal sealed class StanceDrafter(ISentenceStance english)
{
    /// <summary>Most targets reported that nobody watches.</summary>
    private const int MostTargets = 12;

    /// <summary>Mentions that make a target one the article is about.</summary>
    private const double LeastSalience = 2;

    /// <summary>A quoted stance weaker than this, 0 to 1, is left out: one sentence proves little.</summary>
    private const double ClearlyHeld = 0.6;

    /// <summary>Most holders beside the author for one target.</summary>
    private const int MostHolders = 3;

    private const int MostEvidence = 3;

    /// <summary>Mentions of one target read in one sentence.</summary>
    private const int MostInSentence = 2;

    /// <param name="read">The article.</param>
    /// <param name="title">The author speaks in it; may be null.</param>
    /// <param name="targets">Those watched first, then by salience.</param>
    /// <param name="watched">How many are watched, and reported whatever the article says of them.</param>
    public List<DraftStance> Draft(ReadText read, string? title, IReadOnlyList<Target> targets, int watched)
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
            Draft(read, title, targets, t, speech, drafts);
        }

        return drafts;
    }

    private void Draft(ReadText read, string? title, IReadOnlyList<Target> targets, int target, SpeechFinder speech, List<DraftStance> drafts)
    {
        var about = targets[target];
        var sums = Sums(read, about, target, speech);
        var author = sums.GetValueOrDefault(-1, new StanceSum());
        if (title is not null && InTitle(title, about) is { } at)
            author.AddTitle(ModelFor(read).Of(title, at));
        drafts.Add(Draft(read, about, StanceTag.Author, author));
        var held = sums
            .Where(s => s.Key >= 0 && s.Value.Stance != Stance.Neutral && s.Value.Strongest >= ClearlyHeld)
            .OrderByDescending(s => s.Value.Strongest)
            .Take(MostHolders);
        foreach (var (holder, sum) in held)
            drafts.Add(Draft(read, about, targets[holder].Name, sum));
    }

    private ISentenceStance ModelFor(ReadText read) => read.Language == "en" ? english : WordStance.Of(read.Language);

    private static TextSpan? InTitle(string title, Target about)
    {
        foreach (var name in about.Aliases.Prepend(about.Name))
        {
            if (title.IndexOf(name, StringComparison.Ordinal) is var at and >= 0)
                return new TextSpan(at, at + name.Length);
        }

        return null;
    }

    /// <summary>By the number of the holder; -1 is the author.</summary>
    private SortedDictionary<int, StanceSum> Sums(ReadText read, Target about, int target, SpeechFinder speech)
    {
        var sentences = ModelFor(read);
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
