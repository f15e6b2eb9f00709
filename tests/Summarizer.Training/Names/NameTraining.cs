using System.Globalization;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Extractive.Learning;

namespace Summarizer.Training.Names;

/// <summary>Trains the recogniser of names: the same texts give the same bytes.</summary>
internal sealed class NameTraining(IEnumerable<LabelledText> labelled)
{
    public const int Folds = 5;

    private readonly List<NameText> texts = [.. labelled.Select(l => new NameText(l))];

    public byte[] Weights() => Train(_ => true);

    /// <summary>One recogniser for each fold, which never saw its texts.</summary>
    public NameTagger TaggerWithout(int fold) => new(new LinearModel(Train(t => FoldOf(t.Labelled) != fold)));

    public static int FoldOf(LabelledText text) => text.Group % Folds;

    public void CrossValidate(TextWriter output)
    {
        var counts = new SortedDictionary<string, NameScores>(StringComparer.Ordinal);
        for (var fold = 0; fold < Folds; fold++)
        {
            var tagger = TaggerWithout(fold);
            foreach (var text in texts.Where(t => FoldOf(t.Labelled) == fold))
            {
                if (!counts.TryGetValue(text.Labelled.Set, out var of))
                    counts.Add(text.Labelled.Set, of = new NameScores());
                var found = tagger.Find(text.Read, CancellationToken.None).FindAll(n => n.IsSure);
                of.Add(text.Labelled.Names, found.ConvertAll(n => (n.Span, n.Type)));
            }
        }

        foreach (var (set, of) in counts)
            output.WriteLine($"{set,-20}{of}");
    }

    private byte[] Train(Predicate<NameText> counts)
    {
        var trainer = new NameFieldTrainer(texts.FindAll(counts));
        trainer.Train();
        return trainer.File();
    }

    private sealed class NameScores
    {
        private int gold;
        private int said;
        private int spans;
        private int typed;

        public void Add(IReadOnlyList<(TextSpan Span, TargetType Type)> known, List<(TextSpan Span, TargetType Type)> found)
        {
            gold += known.Count;
            said += found.Count;
            spans += found.Count(f => known.Any(k => k.Span == f.Span));
            typed += found.Count(known.Contains);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{gold,5} names, spans F1 {2.0 * spans / (gold + said):0.000}, typed P {(double)typed / said:0.000}, "
                + $"R {(double)typed / gold:0.000}, F1 {2.0 * typed / (gold + said):0.000}");
    }
}
