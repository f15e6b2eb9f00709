using System.Globalization;
using System.Text;
using Summarizer.Catalog;

namespace Summarizer.Web.Formats;

/// <summary>Writes comma-separated values (RFC 4180), in UTF-8.</summary>
public static class Csv
{
    /// <summary>The first line of a table of stances.</summary>
    public static readonly string[] StanceNames =
        ["article", "title", "publisher", "publishedOn", "target", "type", "holder", "stance", "confidence", "quote", "named"];

    /// <summary>One line for each stance, under a line of names.</summary>
    public static string From(IEnumerable<StanceItem> stances)
    {
        ArgumentNullException.ThrowIfNull(stances);
        var csv = new StringBuilder();
        Line(csv, StanceNames);
        foreach (var stance in stances)
            Line(csv, stance);
        return csv.ToString();
    }

    /// <summary>One line for each cell that says something.</summary>
    public static string From(StanceMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var csv = new StringBuilder();
        Line(csv, "target", "type", "publisher", "favor", "against", "neutral", "unclear", "mean", "confidence");
        foreach (var row in matrix.Rows)
        {
            Count(row.All, "");
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (row.Cells[i] is { } cell)
                    Count(cell, matrix.Publishers[i]);
            }

            void Count(StanceCount count, string publisher) => Line(
                csv, row.Target, Word(row.Type), publisher, Number(count.Favor), Number(count.Against), Number(count.Neutral),
                Number(count.Unclear), Number(count.Mean), Number(count.Confidence));
        }

        return csv.ToString();
    }

    /// <summary>One line for each month.</summary>
    public static string From(StanceTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var csv = new StringBuilder();
        Line(csv, "target", "month", "favor", "against", "neutral", "unclear", "mean", "confidence");
        foreach (var (month, count) in timeline.Months)
        {
            Line(
                csv, timeline.Target, month, Number(count.Favor), Number(count.Against), Number(count.Neutral),
                Number(count.Unclear), Number(count.Mean), Number(count.Confidence));
        }

        return csv.ToString();
    }

    /// <summary>Appends a stance.</summary>
    public static void Line(StringBuilder csv, StanceItem stance)
    {
        ArgumentNullException.ThrowIfNull(stance);
        Line(
            csv, stance.Article, stance.Title, stance.Publisher, Day(stance.PublishedOn), stance.Target, Word(stance.Type),
            stance.Holder, Word(stance.Stance), Number(stance.Confidence), stance.Quote, stance.Named);
    }

    /// <summary>Appends one line.</summary>
    public static void Line(StringBuilder csv, params ReadOnlySpan<string?> values)
    {
        ArgumentNullException.ThrowIfNull(csv);
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                csv.Append(',');
            csv.Append(Field(values[i] ?? ""));
        }

        csv.Append("\r\n");
    }

    public static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Word(Stance stance) => stance switch
    {
        Stance.Favor => "favor",
        Stance.Against => "against",
        Stance.Neutral => "neutral",
        _ => "unclear",
    };

    private static string Word(TargetType type) => type switch
    {
        TargetType.Person => "person",
        TargetType.Organization => "organization",
        TargetType.Place => "place",
        _ => "topic",
    };

    private static string Field(string value)
    {
        value = Formula.Neutralize(value);
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
