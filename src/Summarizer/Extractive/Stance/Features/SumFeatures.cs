using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Features;

/// <summary>
/// Sums of the polarity of the lexicon's words over parts of the sentence, as numbers and as steps;
/// the steps are also combined, since praise from one side and blame from the other mean more than their sum.
/// </summary>
internal struct SumFeatures
{
    private Parts parts;

    private enum Part
    {
        All,
        Near,
        Left,
        Right,
        Clause,
        Elsewhere,
        Subject,
        Object,
        Others,
        Quoted,
        Unquoted,
        Beside,
        Count,
    }

    /// <param name="classes">What the word says.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="subject">The target is the nearest one named before it.</param>
    /// <param name="object">The target is the nearest one named after it.</param>
    public void Add(ulong classes, RelativePosition place, bool subject, bool @object)
    {
        float polarity = 0;
        for (var rest = classes; rest != 0; rest &= rest - 1)
        {
            var one = Polarity.Compute((LexiconClass)(rest & (0 - rest)), place.IsSubject, place.Nominal);
            polarity = Math.Abs(one) > Math.Abs(polarity) ? one : polarity;
        }

        if (place.Negated)
            polarity *= -0.5f;
        var faded = polarity / (1 + (place.Distance / 8f));
        To(Part.All, polarity);
        To(Part.Near, polarity / (1 + (place.Distance / 4f)));
        To(place.Right ? Part.Right : Part.Left, faded);
        To(place.Clause == 0 ? Part.Clause : Part.Elsewhere, polarity);
        if (place.Distance <= 3)
            To(Part.Beside, polarity);
        if (subject)
            To(Part.Subject, faded);
        if (@object)
            To(Part.Object, faded);
        if (!subject && !@object)
            To(Part.Others, polarity);
        To((place.Quotes & QuotedEnds.Word) != 0 ? Part.Quoted : Part.Unquoted, polarity);
    }

    public void Emit<TSink>(ulong speaker, ref TSink sink)
        where TSink : IFeatureSink
    {
        for (var part = 0; part < (int)Part.Count; part++)
        {
            var (positive, negative) = (parts[2 * part], parts[(2 * part) + 1]);
            sink.Add(FeatureFamily.Sums, FeatureHash.Join(FeatureId.Balance, (ulong)part), MathF.Tanh((positive - negative) / 2));
            sink.Add(FeatureFamily.Sums, FeatureHash.Join(FeatureId.Favor, (ulong)part), MathF.Tanh(positive / 2));
            sink.Add(FeatureFamily.Sums, FeatureHash.Join(FeatureId.Against, (ulong)part), MathF.Tanh(negative / 2));
            sink.Add(FeatureFamily.Steps, FeatureHash.Join(FeatureId.Step, (ulong)part, Step((Part)part)), 1);
        }

        Pair(Part.Subject, Part.Object, ref sink);
        Pair(Part.Near, Part.All, ref sink);
        Pair(Part.Left, Part.Right, ref sink);
        Pair(Part.Clause, Part.Elsewhere, ref sink);
        Pair(Part.Quoted, Part.Unquoted, ref sink);
        Pair(Part.Beside, Part.All, ref sink);
        sink.Add(FeatureFamily.Steps, FeatureHash.Join(FeatureId.QuotedStepOfSpeaker, speaker, Step(Part.Quoted)), 1);
        sink.Add(FeatureFamily.Steps, FeatureHash.Join(FeatureId.UnquotedStepOfSpeaker, speaker, Step(Part.Unquoted)), 1);
    }

    private readonly void Pair<TSink>(Part one, Part other, ref TSink sink)
        where TSink : IFeatureSink
        => sink.Add(
            FeatureFamily.Steps,
            TextHash.Join(FeatureHash.Join(FeatureId.StepPair, (ulong)one, (ulong)other), Step(one), Step(other)),
            1);

    /// <summary>Nothing said, then strongly against to strongly in favour, then both.</summary>
    private readonly ulong Step(Part part)
    {
        var (positive, negative) = (parts[2 * (int)part], parts[(2 * (int)part) + 1]);
        if (positive + negative < 0.05f)
            return 0;
        if (Math.Min(positive, negative) > 0.4f * Math.Max(positive, negative))
            return 1;
        var sum = positive - negative;
        return sum < -0.9f ? 2UL : sum < -0.3f ? 3UL : sum < 0 ? 4UL : sum < 0.3f ? 5UL : sum < 0.9f ? 6UL : 7UL;
    }

    private void To(Part part, float polarity)
    {
        if (polarity > 0)
            parts[2 * (int)part] += polarity;
        else
            parts[(2 * (int)part) + 1] -= polarity;
    }

    [System.Runtime.CompilerServices.InlineArray(2 * (int)Part.Count)]
    private struct Parts
    {
        private float first;
    }
}
