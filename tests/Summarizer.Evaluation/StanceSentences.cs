using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Summarizer.Extractive.Stances;

namespace Summarizer.Evaluation;

/// <summary><c>stance-sentences</c>: the stance of single sentences toward a named target, against the gold labels.</summary>
internal static class StanceSentences
{
    public static int Run(EvaluationArguments arguments)
    {
        var model = new SentenceStance();
        var counts = new StanceCounts();
        var bins = new CalibrationBins();
        var predictions = new List<JsonObject>();
        foreach (var item in JsonLines.Read(arguments.File))
        {
            var (stance, confidence) = Decide(model, item);
            var gold = Enum.Parse<Stance>(item.GetProperty("stance").GetString()!, ignoreCase: true);
            counts.Add(gold, stance);
            bins.Add(confidence, gold == stance);
            predictions.Add(new JsonObject
            {
                ["id"] = item.GetProperty("id").GetString(),
                ["stance"] = NameOf(stance),
                ["confidence"] = Math.Round(confidence, 4),
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Total} sentences with a target, of {arguments.File}"));
        counts.Print(Console.Out);
        bins.Print(Console.Out);
        JsonLines.Write(arguments.Predictions, predictions);
        return 0;
    }

    internal static string NameOf(Stance stance) => stance switch
    {
        Stance.Against => "against",
        Stance.Favor => "favor",
        Stance.Neutral => "neutral",
        _ => "unclear",
    };

    private static (Stance Stance, double Confidence) Decide(SentenceStance model, JsonElement item)
    {
        var target = item.GetProperty("target");
        var span = new TextSpan(target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32());
        var (against, neutral, favor) = model.Predict(item.GetProperty("text").GetString()!, span);
        return against > neutral && against > favor ? (Stance.Against, against)
            : favor > neutral ? (Stance.Favor, favor)
            : (Stance.Neutral, neutral);
    }
}
