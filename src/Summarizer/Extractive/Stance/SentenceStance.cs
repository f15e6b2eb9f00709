using Summarizer.Extractive.Stances.Features;

namespace Summarizer.Extractive.Stances;

/// <summary>A linear model over words, letters and roles; its weights are trained from labelled news sentences.</summary>
internal sealed class SentenceStance : ISentenceStance
{
    private readonly StanceWeights weights;

    public SentenceStance() : this(StanceWeights.Shared)
    {
    }

    public SentenceStance(StanceWeights weights) => this.weights = weights;

    /// <summary>One for everybody: it holds nothing but the weights.</summary>
    public static SentenceStance Shared { get; } = new();

    public StanceProbabilities Predict(ReadOnlySpan<char> sentence, TextSpan target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(target.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target.End, sentence.Length);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(target.End, target.Start);
        var sums = new Sums(weights);
        StanceFeatures.Extract(sentence, target, ref sums);
        sums.Flush();
        double against = weights.AgainstIntercept, favor = weights.FavorIntercept;
        for (var family = 0; family < (int)FeatureFamily.Count; family++)
        {
            var sum = sums.Families[family];
            var scale = weights.StepOf((FeatureFamily)family) * FeatureScales.For((FeatureFamily)family, sum.Squares);
            against += sum.Against * scale;
            favor += sum.Favor * scale;
        }

        return Probabilities(against * weights.Sharpness, favor * weights.Sharpness);
    }

    private static StanceProbabilities Probabilities(double against, double favor)
    {
        var most = Math.Max(0, Math.Max(against, favor));
        double a = Math.Exp(against - most), n = Math.Exp(-most), f = Math.Exp(favor - most);
        var all = a + n + f;
        return new StanceProbabilities(a / all, n / all, f / all);
    }

    /// <summary>Features are looked up many at a time.</summary>
    private struct Sums(StanceWeights weights) : IFeatureSink
    {
        public Families Families;

        private Batch pending;

        private int count;

        public void Add(FeatureFamily family, ulong feature, float value)
        {
            pending[count++] = new Pending(feature, value, family);
            if (count == StanceWeights.Batch)
                Flush();
        }

        public void Flush()
        {
            Span<ulong> features = stackalloc ulong[StanceWeights.Batch];
            Span<StanceWeights.Slot> found = stackalloc StanceWeights.Slot[StanceWeights.Batch];
            for (var i = 0; i < count; i++)
                features[i] = pending[i].Feature;
            weights.Find(features[..count], found);
            for (var i = 0; i < count; i++)
            {
                var value = pending[i].Value;
                ref var sum = ref Families[(int)pending[i].Family];
                sum.Squares += value * value;
                sum.Against += found[i].Against * value;
                sum.Favor += found[i].Favor * value;
            }

            count = 0;
        }
    }

    private readonly record struct Pending(ulong Feature, float Value, FeatureFamily Family);

    [System.Runtime.CompilerServices.InlineArray(StanceWeights.Batch)]
    private struct Batch
    {
        private Pending first;
    }

    private struct Sum
    {
        public float Against;
        public float Favor;
        public float Squares;
    }

    [System.Runtime.CompilerServices.InlineArray((int)FeatureFamily.Count)]
    private struct Families
    {
        private Sum first;
    }
}
