using System.Text.Json.Nodes;
using Summarizer.Evaluation.Entities;
using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Entities.Linking;
using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Training.Links;

namespace Summarizer.Training.Targets;

/// <summary><c>targets DATA_FOLDER SOURCE_FOLDER</c> and <c>targets-check DATA_FOLDER [PREDICTIONS]</c>.</summary>
internal static class TargetCommands
{
    private const string Header = """
        # From a name's mentions to answers about it: a feature and its weight for each question. Made by Summarizer.Training
        # targets from the development part of GUM (annotations CC BY 4.0), the names told by recognisers that never saw them.
        """;

    /// <param name="folder">The development sets.</param>
    /// <param name="source">The project whose weights are written, <c>src/Summarizer</c>.</param>
    public static int Train(string folder, string source)
    {
        var (names, targets, links) = new TargetTraining(folder).Weights();
        File.WriteAllBytes(Path.Combine(source, NameTagger.ModelPath), names);
        File.WriteAllText(Path.Combine(source, TargetModel.Path), Text(Header, targets));
        File.WriteAllText(Path.Combine(source, LinkWeights.Path), Text(LinkTraining.Header, links));
        Console.WriteLine($"{NameTagger.ModelPath}: {names.Length} bytes");
        return 0;
    }

    public static int Check(string folder, string? predictions)
    {
        var lines = new List<string>();
        new TargetTraining(folder).CrossValidate(Console.Out, (document, targets) => lines.Add(new JsonObject
        {
            ["id"] = document.Id,
            ["targets"] = new JsonArray(
            [
                .. targets.Where(t => t.IsReported).Take(TargetFinder.MostReported).Select(TargetsEvaluation.Node),
            ]),
        }.ToJsonString()));
        if (predictions is not null)
            File.WriteAllLines(predictions, lines);
        return 0;
    }

    private static string Text(string header, IEnumerable<string> lines)
        => string.Join('\n', lines.Prepend(header.ReplaceLineEndings("\n"))) + "\n";
}
