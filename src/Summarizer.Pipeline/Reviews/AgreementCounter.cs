using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Reviews;

/// <summary>Counts, article by article, what <see cref="Agreement"/> tells.</summary>
public sealed class AgreementCounter
{
    private const int Tenths = 10;
    private const int MostPairs = 100;

    private readonly Dictionary<(string Engine, string Version, string? Model), Tally> engines = [];
    private readonly Dictionary<ReviewKind, Tally> kinds = [];
    private readonly Tally[] tenths = [.. Enumerable.Range(0, Tenths).Select(_ => new Tally())];
    private readonly Dictionary<(string Left, string Right), Pair> pairs = [];
    private readonly Tally all = new();
    private int articles;
    private int added;
    private int stale;

    public void Add(ReviewedArticle article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        articles += article.Review.Verdicts.Count > 0 ? 1 : 0;
        foreach (var claim in article.Judged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isAdded = !claim.IsPresent && claim.Opinion is { Holds: true } && claim.Verdicts.Any(v => v.Judgement == Judgement.Added);
            added += isAdded ? 1 : 0;
            stale += claim.IsPresent ? 0 : claim.Verdicts.Count(v => v.Judgement != Judgement.Added);
            foreach (var verdict in claim.Verdicts)
            {
                if (article.Result is { } result && claim.Accepts(verdict) is { } accepted)
                    Count(claim, result.Engine, accepted);
            }

            CountPairs(claim);
        }
    }

    public Agreement Total() => new(
        articles, all.Count, added, stale,
        [
            .. engines.OrderBy(e => e.Key.Engine, StringComparer.Ordinal).ThenBy(e => e.Key.Version, StringComparer.Ordinal)
                .ThenBy(e => e.Key.Model, StringComparer.Ordinal)
                .Select(e => new EngineAgreement(e.Key.Engine, e.Key.Version, e.Key.Model, e.Value.Count)),
        ],
        [.. kinds.OrderBy(k => k.Key).Select(k => new KindAgreement(k.Key, k.Value.Count))],
        [
            .. tenths.Index().Where(t => t.Item.Judged > 0).Select(t => new ConfidenceAgreement(
                t.Index / 10.0, (t.Index + 1) / 10.0, Math.Round(t.Item.Confidence / t.Item.Judged, 4), t.Item.Count)),
        ],
        [
            .. pairs.Select(p => p.Value.Agreement(p.Key.Left, p.Key.Right))
                .OrderByDescending(p => p.Claims).ThenBy(p => p.Left, StringComparer.Ordinal).ThenBy(p => p.Right, StringComparer.Ordinal)
                .Take(MostPairs),
        ]);

    private void Count(ReviewedClaim claim, EngineReport engine, bool accepted)
    {
        all.Add(accepted, 0);
        TallyOf(engines, (engine.Name, engine.Version, engine.Model)).Add(accepted, 0);
        TallyOf(kinds, claim.Kind).Add(accepted, 0);
        if (claim.Stance is { } stance)
            tenths[Math.Clamp((int)(stance.Confidence * Tenths), 0, Tenths - 1)].Add(accepted, stance.Confidence);
    }

    private void CountPairs(ReviewedClaim claim)
    {
        var verdicts = claim.Verdicts.OrderBy(v => v.Reviewer, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < verdicts.Length; i++)
        {
            for (var j = i + 1; j < verdicts.Length; j++)
            {
                var key = (verdicts[i].Reviewer ?? "", verdicts[j].Reviewer ?? "");
                if (!pairs.TryGetValue(key, out var pair))
                    pairs[key] = pair = new Pair();
                pair.Add(claim.OpinionOf(verdicts[i]), claim.OpinionOf(verdicts[j]));
            }
        }
    }

    private static Tally TallyOf<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
        => tallies.TryGetValue(key, out var tally) ? tally : tallies[key] = new Tally();

    private sealed class Tally
    {
        private int accepted;

        public int Judged { get; private set; }

        public double Confidence { get; private set; }

        public AgreementCount Count => AgreementCount.From(Judged, accepted);

        public void Add(bool isAccepted, double confidence)
        {
            Judged++;
            accepted += isAccepted ? 1 : 0;
            Confidence += confidence;
        }
    }

    private sealed class Pair
    {
        private readonly Dictionary<ReviewOpinion, (int Left, int Right)> said = [];
        private int claims;
        private int agreed;

        public void Add(ReviewOpinion left, ReviewOpinion right)
        {
            claims++;
            agreed += left == right ? 1 : 0;
            said[left] = said.GetValueOrDefault(left) is var l ? (l.Left + 1, l.Right) : default;
            said[right] = said.GetValueOrDefault(right) is var r ? (r.Left, r.Right + 1) : default;
        }

        public ReviewerAgreement Agreement(string left, string right)
        {
            var chance = said.Values.Sum(s => (double)s.Left * s.Right) / ((double)claims * claims);
            var observed = (double)agreed / claims;
            double? kappa = chance >= 1 ? null : Math.Round((observed - chance) / (1 - chance), 4);
            return new ReviewerAgreement(left, right, claims, agreed, kappa);
        }
    }
}
