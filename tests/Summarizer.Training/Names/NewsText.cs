using System.Text.Json;
using Summarizer.Training.Authors;

namespace Summarizer.Training.Names;

/// <summary>The running text of the development sets that nobody labelled with names: pages, reports and single sentences.</summary>
internal static class NewsText
{
    private static readonly string[] Sentences = ["newsmtsc-train.jsonl", "sentfin-dev.jsonl"];

    public static IEnumerable<string> Read(string folder)
        => LabelledArticles.ReadAll(folder).Select(a => a.Text)
            .Concat(Sentences.SelectMany(s => File.ReadLines(Path.Combine(folder, "stance-sentences", s)).Select(TextOf)))
            .Distinct();

    private static string TextOf(string line)
    {
        using var item = JsonDocument.Parse(line);
        return item.RootElement.GetProperty("text").GetString()!;
    }
}
