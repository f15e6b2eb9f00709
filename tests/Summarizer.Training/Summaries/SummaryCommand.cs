using System.Globalization;

namespace Summarizer.Training.Summaries;

/// <summary><c>summary DATA_FOLDER OUT</c>: writes the weights, and says how they do on documents they were not made from.</summary>
internal static class SummaryCommand
{
    private const string Header = """
        # From a sentence to the share of its words that a summary by people would have. Made by Summarizer.Training summary from
        # the development sets: SummEval's summaries, GUM's (annotations CC BY 4.0), and the descriptions that pages have of
        # themselves: article-extraction-benchmark (MIT), article-extraction-dataset (Apache-2.0), fundus-evaluation (MIT), and the
        # evaluation sets of trafilatura and htmldate (Apache-2.0). No chance, so no seed.
        """;

    public static int Run(string folder, string output)
    {
        var documents = ReferenceDocuments.Read(folder);
        var training = new SummaryTraining(documents);
        File.WriteAllText(output, string.Join('\n', training.Weights().Prepend(Header.ReplaceLineEndings("\n"))) + "\n");
        Console.WriteLine($"{output}: {training.Count} documents; cross-validated in five folds, first reference, three sentences");
        foreach (var (set, count, one, two, longestSum, words) in training.CrossValidated())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{set} ({count}): ROUGE-1 {100 * one:0.0}, ROUGE-2 {100 * two:0.0}, ROUGE-Lsum {100 * longestSum:0.0}, words {words:0}"));
        }

        return 0;
    }
}
