using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Summarizer.Web.Formats;

namespace Summarizer.Tests.Web.Formats;

/// <summary>No cell of a table is run, and each can be had back to the letter.</summary>
public sealed class FormulaTests
{
    private static readonly string[] Signs = ["=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"];

    private static readonly string[] Unseen =
    [
        "\t", "\r", "\n", " ", "\u00A0", "\u200B", "\u200E", "\u202E", "\u2066", "\u2060",
        "\u00AD", "\uFEFF", "\u3000", "\u2028", "\u3164", "\u0000", "\uDB40\uDC41",
    ];

    [Fact]
    public void A_sign_behind_whatever_nobody_sees_begins_no_formula()
    {
        foreach (var sign in Signs)
        {
            Assert.StartsWith("'", Cell(sign + "SUM(A1)"), StringComparison.Ordinal);
            foreach (var unseen in Unseen)
                Assert.StartsWith("'", Cell($"{unseen}{unseen}{sign}SUM(A1)"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("+0.25")]
    [InlineData("-1E5")]
    [InlineData("0.5")]
    [InlineData("A plain sentence - with a dash")]
    [InlineData(" indented")]
    [InlineData("'tis")]
    [InlineData("")]
    public void Numbers_and_plain_text_stay_as_they_are(string value) => Assert.Equal(value, Cell(value));

    [Theory]
    [InlineData("-Infinity")]
    [InlineData("+1e999")]
    [InlineData("-5+cmd|' /C calc'!A0")]
    [InlineData("\uFF0D5")]
    public void What_only_looks_like_a_number_does_not(string value) => Assert.Equal("'" + value, Cell(value));

    [Fact]
    public void Every_cell_can_be_had_back()
    {
        var piece = Gen.Elements(Signs.Concat(Unseen).Concat(["'", "a", "1", "\"", ","]).ToArray());
        var text = piece.ArrayOf().Select(string.Concat);
        Prop.ForAll(Arb.From(text), value => Assert.Equal(value, Back(Cell(value)))).QuickCheckThrowOnFailure();
    }

    /// <summary>As docs/operations.md tells it: one apostrophe off a cell whose rest would have got one.</summary>
    private static string Back(string cell) => cell is ['\'', .. var rest] && Formula.Neutralize(rest) != rest ? rest : cell;

    /// <summary>The value through the writer of the API and of <c>export</c>, and through a reader of RFC 4180.</summary>
    private static string Cell(string value)
    {
        var csv = new StringBuilder();
        Csv.Line(csv, value);
        var line = csv.ToString()[..^2];
        return line is ['"', .. var quoted, '"'] ? quoted.Replace("\"\"", "\"", StringComparison.Ordinal) : line;
    }
}
