using System.Globalization;
using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Training.Authors;

/// <summary>Writes the weights for whole articles, and says how they do on articles they were not made from.</summary>
internal static class AuthorCommand
{
    private const string Header = """
        # From an article's sentences to its author's stance, in English. Made by Summarizer.Training author-stance from
        # Authors/labels.tsv over the development sets (article-extraction-benchmark, MIT; article-extraction-dataset,
        # Apache-2.0; fundus-evaluation, MIT; SummEval; pairs built from FNC-1 and BASIL) and from the development half of the
        # short pieces of this project. No chance, so no seed.
        """;

    private const string HeaderOfOthers = """
        # From an article's sentences to its author's stance, in languages whose sentences have word lists and no trained model.
        # Made by Summarizer.Training author-stance from the development half of the short pieces of this project. No chance, so
        # no seed.
        """;

    private static readonly Stance[] Order = [Stance.Against, Stance.Neutral, Stance.Favor];

    /// <param name="data">The folder of the development sets.</param>
    /// <param name="labels">Stances toward targets of their articles.</param>
    /// <param name="pieces">The folder of the short pieces.</param>
    /// <param name="output">The folder that the weights are written to.</param>
    public static int Run(string data, string labels, string pieces, string output)
    {
        var articles = AuthorExample.Read(AuthorExample.Labels(labels), LabelledArticles.Read(data));
        var ofPieces = ShortPieces.Read(pieces).Where(p => p.IsForDevelopment).SelectMany(AuthorExample.Of).ToList();
        List<AuthorExample> english = [.. articles, .. ofPieces.Where(e => e.Language == "en")];
        Write(Path.Combine(output, "author.txt"), Header, new AuthorTraining(english, AuthorTraining.Penalty), english);
        var others = ofPieces.Where(e => e.Language != "en").ToList();
        Write(Path.Combine(output, "author-others.txt"), HeaderOfOthers, new AuthorTraining(others, AuthorTraining.PenaltyOfFew), others);
        return 0;
    }

    private static void Write(string file, string header, AuthorTraining training, List<AuthorExample> examples)
    {
        File.WriteAllText(file, string.Join('\n', training.Weights().Prepend(header.ReplaceLineEndings("\n"))) + "\n");
        Console.WriteLine($"{file}: {examples.Count} targets of {examples.Select(e => e.Article).Distinct().Count()} articles");
        List<(AuthorExample Example, AuthorVerdict Verdict)> answers = [.. training.CrossValidated()];
        foreach (var of in answers.GroupBy(a => a.Example.IsPiece ? "short pieces" : "articles"))
            Print(of.Key, [.. of]);
    }

    private static void Print(string name, List<(AuthorExample Example, AuthorVerdict Verdict)> answers)
    {
        static double Percent(int part, int whole) => 100.0 * part / Math.Max(1, whole);
        static bool IsSided(Stance stance) => stance is Stance.Favor or Stance.Against;
        Stance Gold(AuthorExample example) => Order[example.Label];
        var f1 = Order.Select(stance =>
        {
            // Macro-F1 knows no fourth answer: what is unclear counts as neutral.
            bool Says((AuthorExample, AuthorVerdict Verdict) a)
                => a.Verdict.Stance == stance || (stance == Stance.Neutral && a.Verdict.Stance == Stance.Unclear);
            var right = answers.Count(a => Gold(a.Example) == stance && Says(a));
            return 200.0 * right / Math.Max(1, answers.Count(a => Gold(a.Example) == stance) + answers.Count(Says));
        }).ToArray();
        var sided = answers.FindAll(a => IsSided(a.Verdict.Stance));
        var right = sided.Count(a => a.Verdict.Stance == Gold(a.Example));
        var opposite = sided.Count(a => IsSided(Gold(a.Example)) && a.Verdict.Stance != Gold(a.Example));
        var neutral = answers.FindAll(a => a.Verdict.Stance == Stance.Neutral);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, cross-validated by article: macro-F1 {f1.Average():0.0} "
                + $"(against {f1[0]:0.0}, neutral {f1[1]:0.0}, favor {f1[2]:0.0}); "
                + $"sided {sided.Count} of {answers.Count}, right {Percent(right, sided.Count):0}, "
                + $"opposite {Percent(opposite, sided.Count):0} "
                + $"in 100, found {right} of {answers.Count(a => IsSided(Gold(a.Example)))}; neutral {neutral.Count}, "
                + $"right {Percent(neutral.Count(a => Gold(a.Example) == Stance.Neutral), neutral.Count):0} in 100"));
        foreach (var bin in sided.GroupBy(a => (int)(a.Verdict.Confidence * 10)).OrderBy(b => b.Key))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  sided, confidence {bin.Average(a => a.Verdict.Confidence):0.00}: right "
                    + $"{bin.Average(a => Gold(a.Example) == a.Verdict.Stance ? 1 : 0):0.00} of {bin.Count()}"));
        }
    }
}
