using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Extractive.Stances;

/// <summary>What the sentences of one holder about one target add up to.</summary>
internal sealed class StanceAggregate
{
    /// <summary>Sentences of no stance that are assumed beside those read, so that a single one does not decide alone.</summary>
    private const double PriorSentences = 0.5;

    /// <summary>
    /// The least <see cref="NetPolarity"/> that is a stance. News tells of its main persons with mild sympathy more often
    /// than with hostility, and bad news about somebody reads like hostility, so opposition has to be plainer.
    /// </summary>
    private const double LeastFavor = 0.09, LeastAgainst = 0.22;

    /// <summary>Where nothing was trained, even a plain polarity is wrong one time in three.</summary>
    private const double MostConfident = 0.65, LeastConfident = 0.42;

    private static readonly Comparer<(int Sentence, StanceProbabilities Of, double Weight)> BySentence =
        Comparer<(int Sentence, StanceProbabilities Of, double Weight)>.Create((a, b) => a.Sentence.CompareTo(b.Sentence));

    private readonly List<(int Sentence, StanceProbabilities Of, double Weight)> read = [];

    private AuthorVerdict? verdict;

    private SentenceTotals? totals;

    public Stance Stance => verdict?.Stance
        ?? (NetPolarity > LeastFavor ? Stance.Favor : NetPolarity < -LeastAgainst ? Stance.Against : Stance.Neutral);

    /// <summary>Several sentences, and a net polarity well beyond the least.</summary>
    public bool IsPlainlyFavored => read.Count >= 3 && NetPolarity > 2 * LeastFavor;

    /// <summary>0 to 1: how likely the stance is the right one.</summary>
    public double Confidence => verdict?.Confidence ?? (read.Count == 0 ? 0.5 : Stance switch
    {
        Stance.Favor => Math.Min(MostConfident, LeastConfident + (0.8 * (NetPolarity - LeastFavor))),
        Stance.Against => Math.Min(MostConfident, LeastConfident + (0.8 * (-NetPolarity - LeastAgainst))),
        _ => 0.6 - (0.18 * (NetPolarity > 0 ? NetPolarity / LeastFavor : -NetPolarity / LeastAgainst)),
    });

    /// <summary>One of the mentions stands in quotation marks.</summary>
    public bool HasQuotation { get; set; }

    /// <summary>What the sentences add up to; the title stays out. Kept until a sentence comes or changes.</summary>
    public SentenceTotals Totals => totals ??= Sum();

    /// <summary>Highest probability of the stance in one sentence.</summary>
    public double Strongest
    {
        get
        {
            var (stance, most) = (Stance, 0.0);
            foreach (var (_, of, _) in read)
                most = Math.Max(most, ProbabilityOf(stance, of));
            return most;
        }
    }

    /// <summary>Sentences come in the order of the text, each once.</summary>
    public void Add(int sentence, StanceProbabilities probabilities, double weight)
    {
        read.Add((sentence, probabilities, weight));
        totals = null;
    }

    /// <summary>Puts a judgement of the whole article in the place of the net polarity.</summary>
    public void Decide(AuthorVerdict of) => verdict = of;

    /// <summary>The title is not part of the text, so it sways the stance and is no evidence; null when it does not name the
    /// target.</summary>
    public StanceProbabilities? Title { get; set; }

    /// <summary>How probable each stance is: by the judgement of the whole article, or else on the average of its sentences.</summary>
    public TagProbabilities Probabilities
    {
        get
        {
            if (verdict is { } judged)
                return judged.Probabilities;
            var (favor, against) = (Totals.Favor / (Totals.Weight + PriorSentences), Totals.Against / (Totals.Weight + PriorSentences));
            return new TagProbabilities(favor, against, 1 - favor - against);
        }
    }

    /// <summary>Sentences that speak well of the target, badly, and all.</summary>
    public Portrayal Portrayal => new(
        read.Count(r => r.Of.Favor > Math.Max(r.Of.Against, r.Of.Neutral)),
        read.Count(r => r.Of.Against > Math.Max(r.Of.Favor, r.Of.Neutral)),
        read.Count);

    /// <summary>The two highest values in single sentences; 0 where there are fewer.</summary>
    public (double First, double Second) Best(Func<StanceProbabilities, double> value)
    {
        var (first, second) = (0.0, 0.0);
        foreach (var (_, of, weight) in read)
        {
            var its = weight * value(of);
            if (its > first)
                (first, second) = (its, first);
            else if (its > second)
                second = its;
        }

        return (first, second);
    }

    /// <summary>Another reading of a sentence that was read already; nothing for one that was not.</summary>
    public void Replace(int sentence, StanceProbabilities probabilities)
    {
        var at = read.BinarySearch((sentence, probabilities, 1), BySentence);
        if (at < 0)
            return;
        read[at] = (sentence, probabilities, 1);
        totals = null;
    }

    /// <summary>Numbers of the sentences that show the stance best, best first.</summary>
    public List<int> Evidence(int most)
    {
        var stance = Stance;
        var ordered = read.OrderByDescending(r => r.Weight * ProbabilityOf(stance, r.Of)).ThenBy(r => r.Sentence).ToList();
        var best = ordered.Count > 0 ? ProbabilityOf(stance, ordered[0].Of) : 0;
        return [.. ordered.Where(r => ProbabilityOf(stance, r.Of) >= 0.6 * best).Select(r => r.Sentence).Distinct().Take(most)];
    }

    /// <summary>
    /// From -1, opposition, to 1, favor. A sentence that takes sides plainly counts more than several that hardly
    /// do; many sentences that lean one way say more than one.
    /// </summary>
    public double NetPolarity
    {
        get
        {
            var all = Title is { } above ? Totals.With(above, 1) : Totals;
            return all.Side / Math.Pow(all.Weight + PriorSentences, 0.8);
        }
    }

    private SentenceTotals Sum()
    {
        var sum = default(SentenceTotals);
        foreach (var (_, of, weight) in read)
            sum = sum.With(of, weight);
        return sum;
    }

    private static double ProbabilityOf(Stance stance, StanceProbabilities of) => stance switch
    {
        Stance.Favor => of.Favor,
        Stance.Against => of.Against,
        _ => of.Neutral,
    };
}
