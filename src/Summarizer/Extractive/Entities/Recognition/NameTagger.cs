using System.Runtime.Intrinsics;
using Summarizer.Extractive.Learning;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>
/// Finds names of persons, organisations and places by a linear-chain conditional random field (Lafferty, McCallum,
/// Pereira 2001) over the segments of a text that may hold names.
/// </summary>
/// <remarks>
/// Trained by <c>Summarizer.Training targets</c> on the development parts of Universal NER (English, German, Portuguese; CC
/// BY-SA 4.0) and of GUM (English; annotations CC BY 4.0). There was nothing to train French, Spanish and Italian on: they
/// live on the lists, the letters and what these languages have in common with Portuguese.
/// </remarks>
internal sealed class NameTagger(LinearModel model)
{
    /// <summary>Where the weights lie in the assembly.</summary>
    public const string ModelPath = "Extractive/Entities/Recognition/names.bin";

    /// <summary>
    /// What is a name with this probability or more is kept though it is more probably none: the same name may be plain
    /// elsewhere in the text.
    /// </summary>
    private const double LeastProbability = 0.4;

    /// <summary>
    /// Taken from what speaks against a name where nouns have capitals too: there the recogniser leaves out many more names than it
    /// invents. Of 0, 0.3, 0.6, 0.9 and 1.2 the best in cross-validation.
    /// </summary>
    private const float AmongNouns = 0.3f;

    private static readonly Lazy<NameTagger> Trained = new(() => new NameTagger(LinearModel.Open(ModelPath)));

    private readonly float[] transitions = Transitions(model);

    /// <summary>With the weights of the assembly, read at the first use.</summary>
    public static NameTagger Shared => Trained.Value;

    /// <summary>The feature that a transition's weights are stored under.</summary>
    /// <param name="before">The label before, or <see cref="NameLabel.Count"/> at a segment's start.</param>
    public static ulong Transition(int before) => TextHash.Join(ulong.MaxValue, (ulong)before);

    /// <summary>In the order of the text; none overlaps another.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public List<NameSpan> Find(AnalyzedText read, CancellationToken cancellationToken)
    {
        var segments = new NameSegments(read, NameLists.All, cancellationToken);
        var handicap = read.Language.Has(LanguageTraits.CapitalisesNouns) ? AmongNouns : 0;
        var chain = new LabelChain(transitions);
        var names = new List<NameSpan>();
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            foreach (var (first, end) in segments.In(s))
            {
                cancellationToken.ThrowIfCancellationRequested();
                segments.Enter(s, first, end);
                chain.Reset(end - first);
                for (var t = first; t < end; t++)
                {
                    var sums = Vector256<short>.Zero;
                    model.Add(features[..segments.Describe(t, features)], ref sums);
                    var emissions = chain.EmissionsOf(t - first);
                    for (var label = 0; label < NameLabel.Count; label++)
                        emissions[label] = sums[label] * model.Unit;
                    emissions[NameLabel.Outside] -= handicap;
                }

                chain.Solve();
                Add(read, s, first, chain, names);
            }
        }

        return names;
    }

    private static void Add(AnalyzedText read, int sentence, int first, LabelChain chain, List<NameSpan> names)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            var isSure = NameLabel.TypeOf(chain.Best[i]) is not null;
            var end = isSure ? EndOfName(chain, i) : EndOfDoubtful(read, first, chain, i);
            if (end <= i)
                continue;
            var span = new TextSpan(read.Tokens[first + i].Span.Start, read.Tokens[first + end - 1].Span.End);
            names.Add(new NameSpan(span, sentence, first + i, first + end, chain.TypesOf(i, end), isSure));
            i = end - 1;
        }
    }

    private static int EndOfName(LabelChain chain, int start)
    {
        var end = start + 1;
        while (end < chain.Length && NameLabel.IsInside(chain.Best[end]))
            end++;
        return end;
    }

    /// <summary>Behind the tokens from this one on that may be a name by themselves; at most this one when there are none.</summary>
    private static int EndOfDoubtful(AnalyzedText read, int first, LabelChain chain, int start)
    {
        bool IsDoubtful(int token) => chain.Best[token] == NameLabel.Outside
            && chain.Probability(token, NameLabel.Outside) <= 1 - LeastProbability;
        bool IsSmall(int token) => read.Tokens[first + token].Shape == TokenShape.Lower;

        if (!IsDoubtful(start) || IsSmall(start) || (start > 0 && chain.Best[start - 1] != NameLabel.Outside))
            return start;
        var end = start + 1;
        while (end < chain.Length && IsDoubtful(end))
            end++;
        if (end < chain.Length && chain.Best[end] != NameLabel.Outside)
            return start;
        while (IsSmall(end - 1))
            end--;
        return end;
    }

    private static float[] Transitions(LinearModel model)
    {
        var all = new float[(NameLabel.Count + 1) * NameLabel.Count];
        for (var before = 0; before <= NameLabel.Count; before++)
        {
            var sums = Vector256<short>.Zero;
            model.Add([Transition(before)], ref sums);
            for (var label = 0; label < NameLabel.Count; label++)
                all[(before * NameLabel.Count) + label] = sums[label] * model.Unit;
        }

        return all;
    }
}
