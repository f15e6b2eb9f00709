using System.Globalization;

namespace Summarizer.Benchmarks.Readme;

/// <summary>The rows of the README's figures that are cheap to measure; each is found by what it says it measures.</summary>
internal static class ReadmeFigures
{
    /// <summary>A README with these rows measured anew, on this machine.</summary>
    public static string Replace(string readme)
    {
        var (five, _) = TextBenchmark.Measure("a.txt", Material.PlainText(5_000, 1));
        var (fifty, _) = TextBenchmark.Measure("a.txt", Material.PlainText(50_000, 1));
        var (_, html) = TextBenchmark.Measure("a.html", Material.Html(100_000, 1));
        return Row(
            Row(
                Row(readme, "a 5 KB text, read to serialised result, one core", Words($"{five:0.0} ms; 50 KB {fifty:0.0} ms")),
                "reading 100 KB of HTML, one core",
                Words($"{html:0.0} ms")),
            "200 quotes found again in 100,000 characters",
            Words($"{GroundingBenchmark.Measure().Median:0} ms"));
    }

    private static string Row(string readme, string what, string figure)
    {
        string[] lines = readme.Split('\n');
        var row = Array.FindIndex(lines, line => line.StartsWith($"| {what} |", StringComparison.Ordinal));
        if (row < 0)
            throw new InvalidOperationException($"The README has no row for \"{what}\".");
        string[] cells = lines[row].Split('|');
        cells[2] = $" {figure} ";
        lines[row] = string.Join('|', cells);
        return string.Join('\n', lines);
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
