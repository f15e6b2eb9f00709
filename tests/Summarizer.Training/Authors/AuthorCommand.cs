using System.Globalization;

namespace Summarizer.Training.Authors;

/// <summary>Writes the weights for whole articles, and says how they do on articles they were not made from.</summary>
internal static class AuthorCommand
{
    private const string Header = """
        # From an article's sentences to its author's stance. Made by Summarizer.Training author-stance from
        # Authors/labels.tsv over the development sets: article-extraction-benchmark (MIT), article-extraction-dataset
        # (Apache-2.0), fundus-evaluation (MIT), SummEval, pairs built from FNC-1 and BASIL. No chance, so no seed.
        """;

    private static readonly Stance[] Order = [Stance.Against, Stance.Neutral, Stance.Favor];

    public static int Run(string folder, string labels, string output)
    {
        var examples = AuthorExample.Read(labels, LabelledArticles.Read(folder));
        var training = new AuthorTraining(examples);
        File.WriteAllText(output, string.Join('\n', training.Weights().Prepend(Header.ReplaceLineEndings("\n"))) + "\n");
        Console.WriteLine($"{output}: {examples.Count} targets of {examples.Select(e => e.Article).Distinct().Count()} articles");
        Print([.. training.CrossValidated()]);
        return 0;
    }

    private static void Print(List<(int Gold, Stance Stance, double Confidence)> answers)
    {
        var f1 = Order.Select((stance, label) =>
        {
            var right = answers.Count(a => a.Gold == label && a.Stance == stance);
            return 200.0 * right / Math.Max(1, answers.Count(a => a.Gold == label) + answers.Count(a => a.Stance == stance));
        }).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"cross-validated by article: macro-F1 {f1.Average():0.0} (against {f1[0]:0.0}, neutral {f1[1]:0.0}, favor {f1[2]:0.0})"));
        foreach (var bin in answers.GroupBy(a => (int)(a.Confidence * 10)).OrderBy(b => b.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"confidence {bin.Average(a => a.Confidence):0.00}: right {bin.Average(a => Order[a.Gold] == a.Stance ? 1 : 0):0.00} "
                    + $"of {bin.Count()}"));
        }
    }
}
