using Summarizer.Extractive.Stances.Features;
using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Training;

/// <summary>From labelled sentences to the weights of the embedded engine. The same sentences give the same bytes.</summary>
internal sealed class StanceTraining
{
    private const int Seed = 9;
    private const int Folds = 5;

    /// <summary>Features of fewer sentences are noise.</summary>
    private const int LeastSentences = 2;

    private readonly IReadOnlyList<Example> examples;
    private readonly FeatureTable table;
    private readonly List<Row> rows;
    private readonly SoftmaxTrainer trainer = new(passes: 12, rate: 0.02, penalty: 1e-5, wordless: 0.3, Seed);
    private readonly Lazy<List<Scored>> crossValidated;

    public StanceTraining(IReadOnlyList<Example> examples)
    {
        this.examples = examples;
        table = new FeatureTable(examples, LeastSentences);
        rows = [.. examples.Select(table.RowOf)];
        crossValidated = new(ScoreFolds);
    }

    /// <summary>The file that the engine reads, its confidences fitted to the cross-validated answers.</summary>
    public byte[] Weights()
        => WeightsFile.Write(table, trainer.Train(rows, table.Count), Calibration.Sharpness(crossValidated.Value));

    public Confusion CrossValidated() => Confusion.Of(crossValidated.Value);

    /// <summary>Other sentences under a model of all the training sentences.</summary>
    public Confusion On(IEnumerable<Example> others)
    {
        var weights = trainer.Train(rows, table.Count);
        return Confusion.Of(others.Select(table.RowOf).Select(row => Score(row, weights)));
    }

    private List<Scored> ScoreFolds()
    {
        var fold = examples.Select(e => (int)(TextHash.Compute(e.Group) % Folds)).ToArray();
        var scored = new List<Scored>(rows.Count);
        for (var f = 0; f < Folds; f++)
        {
            var weights = trainer.Train([.. rows.Where((_, i) => fold[i] != f)], table.Count);
            scored.AddRange(rows.Where((_, i) => fold[i] == f).Select(row => Score(row, weights)));
        }

        return scored;
    }

    private Scored Score(Row row, double[] weights)
    {
        var scores = new double[SoftmaxTrainer.Classes];
        SoftmaxTrainer.Score(row, weights, table.Count, scores);
        return new Scored(row.Label, scores[0] - scores[1] + Calibration.AgainstShift, scores[2] - scores[1] + Calibration.FavorShift);
    }
}

/// <summary>One answer: scores are relative to neutral, before the exponential.</summary>
internal readonly record struct Scored(int Label, double Against, double Favor)
{
    /// <summary>0 against, 1 neutral, 2 favor.</summary>
    public int Answer => Against > 0 && Against > Favor ? 0 : Favor > 0 ? 2 : 1;
}
