using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Training.Learning;

namespace Summarizer.Training.Names;

/// <summary>
/// A conditional random field by AdaGrad (Duchi, Hazan, Singer 2011) with an L2 penalty, averaged over the later passes. Small
/// steps and features left out by chance (Srivastava et al. 2014) keep it from learning the training texts by heart.
/// </summary>
internal sealed class NameFieldTrainer
{
    private const int Passes = 12, Seed = 13, Labels = NameLabel.Count;

    private const double Rate = 0.03, Penalty = 1e-5, Dropped = 0.2;

    /// <summary>Times that a sentence in another language than English counts: of those there are few.</summary>
    private const int OtherLanguages = 4;

    /// <summary>Weights below this are not kept.</summary>
    private const double LeastWeight = 0.06;

    /// <summary>An error of less moves nothing.</summary>
    private const double LeastError = 1e-4;

    private readonly Dictionary<ulong, int> numbers = [];
    private readonly List<(int[][] Features, int[] Labels)> rows = [];
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] transitions = new float[(Labels + 1) * Labels];
    private readonly LabelChain chain;

    public NameFieldTrainer(List<NameText> texts)
    {
        for (var before = 0; before <= Labels; before++)
            numbers.Add(NameTagger.Transition(before), before);
        foreach (var text in texts)
        {
            var times = text.Labelled.Language == "en" ? 1 : OtherLanguages;
            foreach (var segment in text.Segments)
            {
                foreach (var feature in segment.Features.SelectMany(f => f))
                    numbers.TryAdd(feature, numbers.Count);
                (int[][], int[]) row = ([.. segment.Features.Select(f => Array.ConvertAll(f, n => numbers[n]))], segment.Labels);
                rows.AddRange(Enumerable.Repeat(row, times));
            }
        }

        weights = new float[numbers.Count * Labels];
        squares = new float[weights.Length];
        chain = new LabelChain(transitions);
    }

    public void Train()
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var average = new float[weights.Length];
        const int Averaged = Passes - (Passes / 2);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var row in order)
                Learn(rows[row].Features, rows[row].Labels, random);
            for (var i = 0; pass >= Passes / 2 && i < weights.Length; i++)
                average[i] += weights[i] / Averaged;
        }

        average.CopyTo(weights, 0);
    }

    public byte[] File() => LinearModelFile.Write(
        numbers.Select(n => KeyValuePair.Create(n.Key, weights[(n.Value * Labels)..((n.Value + 1) * Labels)])), Labels, LeastWeight);

    private void Learn(int[][] features, int[] labels, Random random)
    {
        int[][] kept = [.. features.Select(f => Array.FindAll(f, _ => random.NextDouble() >= Dropped))];
        weights.AsSpan(0, transitions.Length).CopyTo(transitions);
        chain.Refresh();
        chain.Reset(kept.Length);
        for (var t = 0; t < kept.Length; t++)
        {
            var emissions = chain.EmissionsOf(t);
            emissions.Clear();
            foreach (var feature in kept[t])
            {
                for (var label = 0; label < Labels; label++)
                    emissions[label] += weights[(feature * Labels) + label];
            }
        }

        chain.Marginalise();
        for (var t = 0; t < kept.Length; t++)
        {
            LearnEmissions(t, kept[t], labels[t]);
            LearnTransitions(t, labels);
        }
    }

    private void LearnEmissions(int token, int[] features, int gold)
    {
        for (var label = 0; label < Labels; label++)
        {
            var error = chain.Probability(token, label) - (gold == label ? 1 : 0);
            if (Math.Abs(error) < LeastError)
                continue;
            foreach (var feature in features)
                Step((feature * Labels) + label, error);
            if (token == 0)
                Step((Labels * Labels) + label, error);
        }
    }

    private void LearnTransitions(int token, int[] labels)
    {
        for (var pair = 0; token > 0 && pair < Labels * Labels; pair++)
        {
            var (before, label) = (pair / Labels, pair % Labels);
            var error = chain.PairProbability(token, before, label) - (labels[token - 1] == before && labels[token] == label ? 1 : 0);
            if (Math.Abs(error) >= LeastError)
                Step(pair, error);
        }
    }

    private void Step(int at, double error)
    {
        var gradient = (float)(error + (Penalty * weights[at]));
        squares[at] += gradient * gradient;
        weights[at] -= (float)(Rate * gradient / (Math.Sqrt(squares[at]) + 1e-6));
    }
}
