using Summarizer.Extractive;
using Summarizer.Extractive.Entities.Recognition;

namespace Summarizer.Training.Names;

/// <summary>A labelled text as the recogniser sees it.</summary>
internal sealed class NameText
{
    public NameText(LabelledText labelled)
    {
        Labelled = labelled;
        Read = new AnalyzedText(labelled.Text, labelled.Language, CancellationToken.None);
        var gold = Gold();
        var segments = new NameSegments(Read, NameLists.Common, CancellationToken.None);
        var features = new ulong[NameFeatures.Most];
        for (var s = 0; s < Read.Sentences.Count; s++)
        {
            foreach (var (first, end) in segments.In(s))
            {
                segments.Enter(s, first, end);
                var segment = new NameSegment(first, new ulong[end - first][], gold[first..end]);
                for (var t = first; t < end; t++)
                    segment.Features[t - first] = features[..segments.Describe(t, features)];
                segment.Repair();
                Segments.Add(segment);
            }
        }
    }

    public LabelledText Labelled { get; }

    public AnalyzedText Read { get; }

    public List<NameSegment> Segments { get; } = [];

    private int[] Gold()
    {
        var gold = new int[Read.Tokens.Count];
        foreach (var (span, type) in Labelled.Names)
        {
            var first = Read.TokenAt(span.Start);
            for (var t = first; t < gold.Length && Read.Tokens[t].Start < span.End; t++)
                gold[t] = t == first ? NameLabel.First(type) : NameLabel.Inside(type);
        }

        return gold;
    }
}

/// <param name="First">Number of its first token.</param>
/// <param name="Features">By token, hashed.</param>
/// <param name="Labels">By token.</param>
internal sealed record NameSegment(int First, ulong[][] Features, int[] Labels)
{
    /// <summary>A name that began before the segment begins with it.</summary>
    public void Repair()
    {
        for (var t = 0; t < Labels.Length; t++)
        {
            if (NameLabel.IsInside(Labels[t]) && (t == 0 || !NameLabel.MayFollow(Labels[t], Labels[t - 1])))
                Labels[t]--;
        }
    }
}
