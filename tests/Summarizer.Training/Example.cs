using System.Text.Json;

namespace Summarizer.Training;

/// <summary>A labelled sentence.</summary>
/// <param name="Group">Sentences of one article share it, so that no fold sees the rest of an article it is tested on.</param>
/// <param name="Label">0 against, 1 neutral, 2 favor.</param>
internal sealed record Example(string Group, string Text, TextSpan Target, int Label)
{
    public static List<Example> Read(string file)
    {
        var examples = new List<Example>();
        foreach (var line in File.ReadLines(file))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var document = JsonDocument.Parse(line);
            var item = document.RootElement;
            var target = item.GetProperty("target");
            var label = item.GetProperty("stance").GetString() switch
            {
                "against" => 0,
                "neutral" => 1,
                "favor" => 2,
                var other => throw new InvalidDataException($"{file} has the stance {other}."),
            };
            var id = item.GetProperty("id").GetString()!.Split('_');
            examples.Add(new Example(
                string.Join('_', id.Take(2)),
                item.GetProperty("text").GetString()!,
                new TextSpan(target.GetProperty("start").GetInt32(), target.GetProperty("end").GetInt32()),
                label));
        }

        return examples;
    }
}
