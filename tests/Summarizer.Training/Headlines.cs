using Summarizer.Text;

namespace Summarizer.Training;

/// <summary>Labelled headlines of business news, of which only some are trained on: they praise and blame in other words.</summary>
internal static class Headlines
{
    /// <summary>More of them cost the news sentences more than business gains.</summary>
    private const int Most = 1500;

    /// <summary>Always the same ones, drawn by the hash of their article.</summary>
    public static (List<Example> Train, List<Example> Others) Read(string file)
    {
        var groups = Example.Read(file).GroupBy(e => e.Text, StringComparer.Ordinal)
            .OrderBy(g => TextHash.Compute(g.Key)).SelectMany(g => g.Select(e => e with { Group = e.Text })).ToList();
        return (groups[..Math.Min(Most, groups.Count)], groups[Math.Min(Most, groups.Count)..]);
    }
}
