using System.Globalization;
using System.Text.Json.Nodes;
using Summarizer.Editions;

namespace Summarizer.Evaluation;

/// <summary>
/// <c>editions FILE</c>: whether two articles are editions of one text, one derived from the other, or different, as the catalog tells
/// them apart.
/// </summary>
internal static class EditionsEvaluation
{
    private static readonly EditionLabel[] Labels = [EditionLabel.Edition, EditionLabel.Derived, EditionLabel.Different];

    public static int Run(EvaluationArguments arguments)
    {
        var answers = new List<(string? Gold, string Said)>();
        var predictions = new List<JsonObject>();
        var (candidates, related) = (0, 0);
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var left = TextShingles.From(item.GetProperty("a").GetString()!, CancellationToken.None);
            var right = TextShingles.From(item.GetProperty("b").GetString()!, CancellationToken.None);
            var match = left.CompareTo(right);
            var said = NameOf(match.Label);
            answers.Add((item.TryGetProperty("label", out var gold) ? gold.GetString() : null, said));
            predictions.Add(new JsonObject
            {
                ["id"] = item.GetProperty("id").ToString(),
                ["label"] = said,
                ["similarity"] = Math.Round(match.Similarity, 4),
            });
            if (match.Label != EditionLabel.Different)
            {
                related++;
                candidates += left.Sketch.ContainsAny(right.Sketch) ? 1 : 0;
            }
        }

        foreach (var label in Labels.Select(NameOf))
        {
            var right = answers.Count(x => x.Gold == label && x.Said == label);
            var f1 = 2.0 * right / Math.Max(1, answers.Count(x => x.Gold == label) + answers.Count(x => x.Said == label));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{label,-10} F1 {f1:0.000}   gold {answers.Count(x => x.Gold == label)}, said {answers.Count(x => x.Said == label)}"));
        }

        var wrong = answers.Count(x => x is { Gold: "different", Said: "derived" });
        Console.WriteLine($"Of those said to be derived, {wrong} are different texts.");
        Console.WriteLine($"{candidates} of {related} editions and derived texts are found by their sketches.");
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    private static string NameOf(EditionLabel label) => label switch
    {
        EditionLabel.Edition => "edition",
        EditionLabel.Derived => "derived",
        _ => "different",
    };
}
