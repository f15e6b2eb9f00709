using Summarizer.Engines.Embedded.Stances;

namespace Summarizer.Engines.Embedded;

/// <summary>What the sentences of one holder about one target add up to.</summary>
internal sealed class StanceSum
{
    /// <summary>Sentences of no stance that are assumed beside those read, so that a single one does not decide alone.</summary>
    private const double PriorSentences = 0.5;

    /// <summary>How far favor must lead opposition, or opposition favor, in mean probability.</summary>
    private const double FavorLead = 0.12, AgainstLead = 0.12;

    private readonly List<(int Sentence, StanceProbabilities Of, double Weight)> read = [];

    public void Add(int sentence, StanceProbabilities probabilities, double weight) => read.Add((sentence, probabilities, weight));

    public Stance Stance => Lead > FavorLead ? Stance.Favor : Lead < -AgainstLead ? Stance.Against : Stance.Neutral;

    /// <summary>0 to 1: how likely the stance is the right one.</summary>
    public double Confidence => read.Count == 0 ? 0.5 : Stance == Stance.Neutral
        ? 0.75 - (1.5 * Math.Abs(Lead))
        : Math.Min(0.9, 0.45 + (0.8 * (Math.Abs(Lead) - FavorLead)));

    /// <summary>Highest probability of the stance in one sentence.</summary>
    public double Strongest => read.Count == 0 ? 0 : read.Max(r => ProbabilityOf(r.Of));

    /// <summary>Numbers of the sentences that show the stance best, best first.</summary>
    public List<int> Evidence(int most)
    {
        var ordered = read.OrderByDescending(r => r.Weight * ProbabilityOf(r.Of)).ThenBy(r => r.Sentence).ToList();
        var best = ordered.Count > 0 ? ProbabilityOf(ordered[0].Of) : 0;
        return [.. ordered.Where(r => ProbabilityOf(r.Of) >= 0.6 * best).Take(most).Select(r => r.Sentence)];
    }

    private double Lead
    {
        get
        {
            var (lead, weight) = (0.0, PriorSentences);
            foreach (var (_, of, w) in read)
            {
                lead += w * (of.Favor - of.Against);
                weight += w;
            }

            return lead / weight;
        }
    }

    private double ProbabilityOf(StanceProbabilities of) => Stance switch
    {
        Stance.Favor => of.Favor,
        Stance.Against => of.Against,
        _ => of.Neutral,
    };
}
