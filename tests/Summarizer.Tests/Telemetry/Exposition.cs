using System.Globalization;
using System.Text.RegularExpressions;

namespace Summarizer.Tests.Telemetry;

/// <summary>Reads Prometheus' text format 0.0.4 strictly: what a scraper would refuse fails the test.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> samples = new(StringComparer.Ordinal);
    private string family = "";

    private Exposition()
    {
    }

    /// <summary>Type of each family.</summary>
    public IReadOnlyDictionary<string, string> Kinds => kinds;

    /// <summary>Value of each series, by name and labels as they stand.</summary>
    public IReadOnlyDictionary<string, double> Samples => samples;

    public static Exposition Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var read = new Exposition();
        foreach (var line in text[..^1].Split('\n'))
            read.Line(line);
        read.CheckHistograms();
        return read;
    }

    private void Line(string line)
    {
        if (Help().Match(line) is { Success: true } help)
        {
            family = help.Groups[1].Value;
            Assert.False(kinds.ContainsKey(family), $"{family} is described twice.");
        }
        else if (TypeLine().Match(line) is { Success: true } type)
        {
            Assert.Equal(family, type.Groups[1].Value);
            Assert.True(kinds.TryAdd(family, type.Groups[2].Value), $"{family} has two types.");
        }
        else
        {
            Sample(line);
        }
    }

    private void Sample(string line)
    {
        var sample = SampleLine().Match(line);
        Assert.True(sample.Success, $"No sample: {line}");
        var name = sample.Groups["name"].Value;
        var suffix = name.StartsWith(family, StringComparison.Ordinal) ? name[family.Length..] : "?";
        Assert.True(kinds[family] == "histogram" ? suffix is "_bucket" or "_sum" or "_count" : suffix.Length == 0, line);
        var labels = sample.Groups["label"].Captures.Select(c => c.Value).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
        Assert.True(samples.TryAdd(line[..line.LastIndexOf(' ')], Number(sample.Groups["value"].Value)), $"Twice: {line}");
    }

    /// <summary>Buckets grow towards +Inf, which holds as many as the count.</summary>
    private void CheckHistograms()
    {
        foreach (var name in kinds.Where(k => k.Value == "histogram").Select(k => k.Key))
        {
            var series = samples.Where(s => s.Key.StartsWith($"{name}_bucket{{", StringComparison.Ordinal))
                .GroupBy(s => Le().Replace(s.Key[name.Length..], "")["_bucket".Length..].Replace("{}", "", StringComparison.Ordinal));
            foreach (var one in series)
            {
                var buckets = one.Select(s => (Bound: Number(Le().Match(s.Key).Groups[1].Value), s.Value)).ToList();
                Assert.Equal(buckets.OrderBy(b => b.Bound), buckets);
                Assert.Equal(buckets.OrderBy(b => b.Value).Select(b => b.Value), buckets.Select(b => b.Value));
                Assert.True(double.IsPositiveInfinity(buckets[^1].Bound));
                Assert.Equal(buckets[^1].Value, samples[$"{name}_count{one.Key}"]);
                Assert.Contains($"{name}_sum{one.Key}", samples.Keys);
            }
        }
    }

    private static double Number(string text) => text == "+Inf"
        ? double.PositiveInfinity
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\\\\n]|\\\\\\\\|\\\\n)*$")]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(
        """^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?:[^\\"\n]|\\\\|\\"|\\n)*"(?:"""
            + """,(?<label>[a-zA-Z_][a-zA-Z0-9_]*)="(?:[^\\"\n]|\\\\|\\"|\\n)*")*\})? (?<value>[-+0-9.eEInfaN]+)$""")]
    private static partial Regex SampleLine();

    [GeneratedRegex(""",?le="([^"]*)"(?=\})""")]
    private static partial Regex Le();
}
