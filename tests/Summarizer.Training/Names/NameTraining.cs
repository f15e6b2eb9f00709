using Summarizer.Evaluation.Entities;
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

    /// <param name="output">Where to.</param>
    /// <param name="taggers">By fold, those of <see cref="TaggerWithout"/>.</param>
    public void CrossValidate(TextWriter output, IReadOnlyList<NameTagger> taggers)
    {
        var counts = new SortedDictionary<string, NameCounts>(StringComparer.Ordinal);
        for (var fold = 0; fold < Folds; fold++)
        {
            foreach (var text in texts.Where(t => FoldOf(t.Labelled) == fold))
            {
                if (!counts.TryGetValue(text.Labelled.Set, out var of))
                    counts.Add(text.Labelled.Set, of = new NameCounts());
                var found = taggers[fold].Find(text.Read, CancellationToken.None).FindAll(n => n.IsSure);
                of.Add(
                    [.. text.Labelled.Names.Select(n => (n.Span, EntityJson.NameOf(n.Type)))],
                    found.ConvertAll(n => (n.Span, EntityJson.NameOf(n.Type))));
            }
        }

        output.WriteLine(NameCounts.Header);
        foreach (var (set, of) in counts)
            output.WriteLine(of.Row(set));
    }

    private byte[] Train(Predicate<NameText> counts)
    {
        var trainer = new NameFieldTrainer(texts.FindAll(counts));
        trainer.Train();
        return trainer.File();
    }
}
