namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>
/// The labels of a segment's tokens together: the best sequence by Viterbi, and each label's probability by forward-backward.
/// </summary>
internal sealed class LabelChain
{
    private const int Labels = NameLabel.Count;

    private readonly float[] transitions;
    private readonly double[] allowed = new double[(Labels + 1) * Labels];
    private double[] forward = [];
    private double[] backward = [];
    private double[] local = [];
    private float[] emissions = [];
    private float[] scores = [];
    private int[] from = [];

    /// <param name="transitions">Scores by label before, the start of a segment as the last, and label.</param>
    public LabelChain(float[] transitions)
    {
        this.transitions = transitions;
        Refresh();
    }

    public int Length { get; private set; }

    /// <summary>The label of each token in the best sequence.</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>Makes room for so many tokens.</summary>
    public void Reset(int length)
    {
        Length = length;
        if (Best.Length >= length)
            return;
        emissions = new float[length * Labels];
        (forward, backward, local) = (new double[length * Labels], new double[length * Labels], new double[length * Labels]);
        (scores, from, Best) = (new float[length * Labels], new int[length * Labels], new int[length]);
    }

    /// <summary>A score for each label of a token, to be written.</summary>
    public Span<float> EmissionsOf(int token) => emissions.AsSpan(token * Labels, Labels);

    /// <summary>Reads the transitions anew.</summary>
    public void Refresh()
    {
        for (var before = 0; before <= Labels; before++)
        {
            for (var label = 0; label < Labels; label++)
                allowed[(before * Labels) + label] = MayFollow(label, before) ? Math.Exp(transitions[(before * Labels) + label]) : 0;
        }
    }

    public void Solve()
    {
        Viterbi();
        Marginalise();
    }

    /// <summary>Probability of a label at a token, after <see cref="Marginalise"/>.</summary>
    public double Probability(int token, int label) => forward[(token * Labels) + label] * backward[(token * Labels) + label];

    /// <summary>Probability of two labels side by side, the second at <paramref name="token"/>; after <see cref="Marginalise"/>.</summary>
    public double PairProbability(int token, int before, int label)
        => forward[((token - 1) * Labels) + before] * allowed[(before * Labels) + label] * local[(token * Labels) + label]
            * backward[(token * Labels) + label];

    /// <summary>Mean probability of each type over some tokens.</summary>
    public NameProbabilities TypesOf(int first, int end)
    {
        Span<double> types = stackalloc double[3];
        for (var t = first; t < end; t++)
        {
            for (var label = 1; label < Labels; label++)
                types[(label - 1) / 2] += Probability(t, label);
        }

        var length = end - first;
        return new((float)types[0] / length, (float)types[1] / length, (float)types[2] / length);
    }

    /// <summary>
    /// Forward and backward sums, scaled for each token (Rabiner 1989), so that a long segment neither over- nor underflows.
    /// </summary>
    public void Marginalise()
    {
        for (var t = 0; t < Length; t++)
        {
            var most = float.MinValue;
            for (var label = 0; label < Labels; label++)
                most = Math.Max(most, emissions[(t * Labels) + label]);
            double sum = 0;
            for (var label = 0; label < Labels; label++)
            {
                var emission = Math.Exp(emissions[(t * Labels) + label] - most);
                double before = 0;
                if (t == 0)
                    before = allowed[(Labels * Labels) + label];
                else
                {
                    for (var b = 0; b < Labels; b++)
                        before += forward[((t - 1) * Labels) + b] * allowed[(b * Labels) + label];
                }

                local[(t * Labels) + label] = emission;
                sum += forward[(t * Labels) + label] = before * emission;
            }

            for (var label = 0; label < Labels; label++)
            {
                forward[(t * Labels) + label] /= sum;
                local[(t * Labels) + label] /= sum;
            }
        }

        for (var t = Length - 1; t >= 0; t--)
        {
            for (var label = 0; label < Labels; label++)
            {
                double after = t == Length - 1 ? 1 : 0;
                for (var next = 0; t < Length - 1 && next < Labels; next++)
                    after += allowed[(label * Labels) + next] * local[((t + 1) * Labels) + next] * backward[((t + 1) * Labels) + next];
                backward[(t * Labels) + label] = after;
            }
        }
    }

    private void Viterbi()
    {
        for (var t = 0; t < Length; t++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var (best, at) = (float.MinValue, 0);
                for (var before = t == 0 ? Labels : 0; before < (t == 0 ? Labels + 1 : Labels); before++)
                {
                    if (!MayFollow(label, before))
                        continue;
                    var score = (t == 0 ? 0 : scores[((t - 1) * Labels) + before]) + transitions[(before * Labels) + label];
                    if (score > best)
                        (best, at) = (score, before);
                }

                scores[(t * Labels) + label] = best == float.MinValue ? best : best + emissions[(t * Labels) + label];
                from[(t * Labels) + label] = at;
            }
        }

        var last = 0;
        for (var label = 1; label < Labels; label++)
            last = scores[((Length - 1) * Labels) + label] > scores[((Length - 1) * Labels) + last] ? label : last;
        for (var t = Length - 1; t >= 0; t--)
        {
            Best[t] = last;
            last = from[(t * Labels) + last];
        }
    }

    private static bool MayFollow(int label, int before)
        => before == Labels ? !NameLabel.IsInside(label) : NameLabel.MayFollow(label, before);
}
