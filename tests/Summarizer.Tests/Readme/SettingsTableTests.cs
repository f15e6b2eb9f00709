using System.Globalization;
using System.Text.RegularExpressions;
using Summarizer.Tests.Support;
using Summarizer.Web.Settings;

namespace Summarizer.Tests.Readme;

/// <summary>The README's table of settings has what the program knows, no more and no less, with the defaults that it has.</summary>
public sealed partial class SettingsTableTests
{
    /// <summary>One row may name several settings that belong together.</summary>
    private static readonly (string[] Names, string Default)[] Rows =
    [
        .. Repository.Text("README.md").Split("## Settings")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|'))
            .Select(cells => (Name().Matches(cells[1] + cells[3]).Select(m => m.Groups[1].Value).ToArray(), cells[2].Trim().Trim('`'))),
    ];

    private static IEnumerable<Setting> Known => KnownSettings.Sections.SelectMany(s => s.Settings);

    [Fact]
    public void Every_setting_has_its_row()
        => Assert.Empty(Known.Select(s => s.IsList ? s.Name + "__0" : s.Name).Except(
            [.. Rows.SelectMany(r => r.Names), "ArticleStorage__clientId", "ArticleStorage__credential"]));

    [Fact]
    public void Every_row_is_known()
        => Assert.Empty(Rows.SelectMany(r => r.Names).Where(n => n.LastIndexOf("__", StringComparison.Ordinal) > 0)
            .Select(n => ListEntry().Replace(n, "")).Except(Known.Select(s => s.Name)));

    [Fact]
    public void Numbers_have_the_default_that_is_written()
        => Assert.All(
            Known.Where(s => s.Default is int && s.Name != "Articles__Parallel"),
            s => Assert.Equal(
                Convert.ToString(s.Default, CultureInfo.InvariantCulture), Rows.Single(r => r.Names.Contains(s.Name)).Default));

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"__\d+$")]
    private static partial Regex ListEntry();
}
