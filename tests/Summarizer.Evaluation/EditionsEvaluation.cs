using System.Globalization;
using System.Text.Json.Nodes;
using Summarizer.Text;

namespace Summarizer.Evaluation;

/// <summary>
/// <c>editions FILE</c>: whether two articles are editions of one text, one derived from the other, or different, by the
/// five-word shingles they share. Summarizer itself counts only equal texts as one; this says what it could tell.
/// </summary>
internal static class EditionsEvaluation
{
    private const int Words = 5;

    /// <summary>Least shares of shingles in common: of the shorter text, and of both together.</summary>
    private const double EditionContained = 0.65, EditionShared = 0.37, DerivedContained = 0.29;

    private static readonly string[] Labels = ["edition", "derived", "different"];

    public static int Run(EvaluationArguments arguments)
    {
        var answers = new List<(string? Gold, string Said)>();
        var predictions = new List<JsonObject>();
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var (a, b) = (ShinglesOf(item.GetProperty("a").GetString()!), ShinglesOf(item.GetProperty("b").GetString()!));
            var common = a.Count(b.Contains);
            var contained = (double)common / Math.Max(1, Math.Min(a.Count, b.Count));
            var shared = (double)common / Math.Max(1, a.Count + b.Count - common);
            var said = contained >= EditionContained && shared >= EditionShared ? Labels[0] : contained >= DerivedContained
                ? Labels[1] : Labels[2];
            answers.Add((item.TryGetProperty("label", out var gold) ? gold.GetString() : null, said));
            predictions.Add(
                new JsonObject { ["id"] = item.GetProperty("id").ToString(), ["label"] = said, ["similarity"] = Math.Round(contained, 4) });
        }

        foreach (var label in Labels)
        {
            var right = answers.Count(x => x.Gold == label && x.Said == label);
            var f1 = 2.0 * right / Math.Max(1, answers.Count(x => x.Gold == label) + answers.Count(x => x.Said == label));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{label,-10} F1 {f1:0.000}   gold {answers.Count(x => x.Gold == label)}, said {answers.Count(x => x.Said == label)}"));
        }

        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    private static HashSet<string> ShinglesOf(string text)
    {
        var words = WordTokenizer.Tokenize(text, CancellationToken.None).Select(t => t.Span.In(text).ToLowerInvariant()).ToArray();
        var shingles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Math.Min(Words, words.Length) <= words.Length && words.Length > 0; i++)
            shingles.Add(string.Join(' ', words.AsSpan(i, Math.Min(Words, words.Length))!));
        return shingles;
    }
}
