using System.Globalization;
using Summarizer.Extractive.Entities.Linking;

namespace Summarizer.Training.Links;

/// <summary>
/// Trains <see cref="LinkWeights"/>: a softmax over candidates and none, by AdaGrad with an L2 penalty, averaged over the later
/// passes. The first round follows the corpus through a document, the second the choices of the first, so that the weights
/// learn to go on after a mistake.
/// </summary>
internal sealed class LinkTraining(IReadOnlyList<LinkDocument> documents)
{
    public const string Header = """
        # From an expression and a candidate to whether it stands for it: a line is a class, a feature and the weight of each of
        # its values. Made by Summarizer.Training targets, seed 1, from the development part of GUM (annotations CC BY 4.0).
        """;

    public const int Folds = 5;

    private const int Passes = 8, Rounds = 2, Seed = 1;

    private const double Rate = 0.05, Penalty = 2e-3;

    /// <summary>A document with a thousand pronouns of one kind counts less than a thousand documents with one: they are alike.</summary>
    private const double Crowding = 0.3;

    public float[][] Weights() => Train(documents);

    /// <summary>Each document with weights that never saw it.</summary>
    public IEnumerable<(LinkDocument Document, LinkWeights Weights)> CrossValidated()
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = new LinkWeights(Train([.. documents.Where((_, d) => d % Folds != fold)]));
            foreach (var document in documents.Where((_, d) => d % Folds == fold))
                yield return (document, weights);
        }
    }

    /// <summary>The lines of links.txt.</summary>
    public static IEnumerable<string> Lines(float[][] weights)
    {
        foreach (var its in Enum.GetValues<AnaphorClass>())
        {
            foreach (var feature in Enum.GetValues<LinkFeature>())
            {
                var (first, count) = LinkFeatures.RangeOf(feature);
                var values = weights[(int)its].Skip(first).Take(count).Select(w => w.ToString("0.###", CultureInfo.InvariantCulture))
                    .Select(w => w == "-0" ? "0" : w).ToArray();
                if (values.Any(v => v != "0"))
                    yield return $"{its} {feature} {string.Join(' ', values)}";
            }
        }
    }

    private static float[][] Train(IReadOnlyList<LinkDocument> documents)
    {
        var examples = new List<LinkExample>();
        LinkWeights? policy = null;
        for (var round = 0; ; round++)
        {
            foreach (var document in documents)
            {
                var recorder = new LinkRecorder(document, policy);
                document.Link(recorder);
                foreach (var alike in recorder.Examples.GroupBy(e => e.Class))
                    examples.AddRange(alike.Select(e => e with { Weight = Math.Pow(alike.Count(), -Crowding) }));
            }

            var weights = Descend(examples);
            if (round + 1 == Rounds)
                return weights;
            policy = new LinkWeights(weights);
        }
    }

    private static float[][] Descend(List<LinkExample> examples)
    {
        var classes = Enum.GetValues<AnaphorClass>().Length;
        var weights = New(classes);
        var (squares, average) = (New(classes), New(classes));
        var random = new Random(Seed);
        var rows = examples.ToArray();
        var averaged = Passes - (Passes / 2);
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(rows);
            foreach (var row in rows)
                Learn(row, weights[(int)row.Class], squares[(int)row.Class]);
            for (var c = 0; pass >= Passes / 2 && c < classes; c++)
            {
                for (var i = 0; i < average[c].Length; i++)
                    average[c][i] += weights[c][i] / averaged;
            }
        }

        return average;
    }

    private static float[][] New(int classes) => [.. Enumerable.Range(0, classes).Select(_ => new float[LinkFeatures.Size])];

    private static void Learn(LinkExample row, float[] weights, float[] squares)
    {
        var scores = row.Options.Select(o => o.Sum(i => (double)weights[i])).ToArray();
        var most = scores.Max();
        var masses = scores.Select(s => Math.Exp(s - most)).ToArray();
        var (all, right) = (masses.Sum(), masses.Where((_, o) => row.Right[o]).Sum());
        for (var o = 0; o < masses.Length; o++)
        {
            var error = row.Weight * ((masses[o] / all) - (row.Right[o] ? masses[o] / Math.Max(right, 1e-12) : 0));
            if (Math.Abs(error) < 1e-9)
                continue;
            foreach (var i in row.Options[o])
            {
                var gradient = error + (Penalty * weights[i]);
                squares[i] += (float)(gradient * gradient);
                weights[i] -= (float)(Rate * gradient / (Math.Sqrt(squares[i]) + 1e-6));
            }
        }
    }
}
