using System.Globalization;
using Summarizer.Host;
using Summarizer.Host.Commands;
using Summarizer.Web.Settings;

namespace Summarizer.Tests.Web.Settings;

/// <summary>What the Host's start says of settings, and of names that are none.</summary>
public sealed class SettingsCheckTests
{
    public static TheoryData<string, string> OutOfRange => [.. Ranged.SelectMany(s => new[]
    {
        (s.Name, string.Create(CultureInfo.InvariantCulture, $"{Convert.ToDouble(s.Range!.Minimum, CultureInfo.InvariantCulture) - 1:0}")),
        (s.Name,
            string.Create(CultureInfo.InvariantCulture, $"{(Convert.ToDouble(s.Range.Maximum, CultureInfo.InvariantCulture) * 2) + 1:0}")),
    })];

    public static TheoryData<string> Numbers => [.. Ranged.Select(s => s.Name)];

    private static IEnumerable<Setting> Ranged => All.Where(s => s.Range is not null);

    private static IEnumerable<Setting> All => KnownSettings.Sections.SelectMany(s => s.Settings);

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_number_out_of_range_is_answered_with_the_range(string name, string value)
        => Assert.StartsWith($"{name} is {value}; give it ", Refusal(name, value), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_no_number_is_answered_with_the_range(string name)
        => Assert.StartsWith($"{name} is \"many\"; give it ", Refusal(name, "many"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void An_empty_number_is_refused_unless_there_need_be_none(string name)
    {
        if (All.Single(s => s.Name == name).Default is null)
            Build(name, "");
        else
            Assert.StartsWith($"{name} is empty; give it ", Refusal(name, ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenAI__Endpoint", "ftp://x/",
        "OpenAI__Endpoint is \"ftp://x/\"; give it an address that begins with https:// or http://.")]
    [InlineData("OpenAI__WhenUnavailable", "7", "OpenAI__WhenUnavailable is 7; give it wait or embedded.")]
    [InlineData("OpenAI__WhenUnavailable", "", "OpenAI__WhenUnavailable is empty; give it wait or embedded, or leave it out for Wait.")]
    [InlineData("Stances__Watch", "Haftar", "Stances__Watch is a list; set Stances__Watch__0, Stances__Watch__1 and so on.")]
    [InlineData("SUMMARY__SENTENCES", "99", "Summary__Sentences is 99; give it 1 to 20.")]
    public void Other_values_are_checked_as_well(string name, string value, string sentence)
        => Assert.Equal(sentence, Refusal(name, value));

    [Theory]
    [InlineData("Articles__MaxByte", "Articles__MaxBytes")]
    [InlineData("OpenAi__Enpoint", "OpenAI__Endpoint")]
    [InlineData("Sumary__Sentences", "Summary__Sentences")]
    [InlineData("Article__Parallel", "Articles__Parallel")]
    [InlineData("artciles__paralel", "Articles__Parallel")]
    [InlineData("Stance__Watch__0", "Stances__Watch")]
    [InlineData("Apis__Key", "Api__Key")]
    [InlineData("Summary__Sentences__0", "Summary__Sentences")]
    [InlineData("ArticleStorage__blobServiceUrl", "ArticleStorage__blobServiceUri")]
    public void A_misspelt_name_is_named_with_the_right_one(string name, string right)
        => Assert.Equal($"{name} is no setting; did you mean {right}?", Refusal(name, "4"));

    [Fact]
    public void A_name_of_ours_that_is_like_no_other_is_answered_with_all_of_them()
        => Assert.Equal("Summary__Style is no setting; those of Summary are Summary__Sentences.", Refusal("Summary__Style", "terse"));

    [Theory]
    [InlineData("App__Name", "shop")]
    [InlineData("OPENAI_API_KEY", "sk")]
    [InlineData("API_SERVICE_HOST", "10.0.0.1")]
    [InlineData("API", "v1")]
    [InlineData("Engines__Count", "2")]
    [InlineData("Serilog__MinimumLevel__Default", "Debug")]
    [InlineData("ArticleStorage__tableServiceUri", "https://x.example/")]
    public void Names_of_others_are_let_be(string name, string value) => Build(name, value);

    private static string Refusal(string name, string value)
        => Assert.Throws<CommandException>(() => Build(name, value)).Message.Replace("A setting is wrong: ", "", StringComparison.Ordinal);

    /// <summary>As the environment hands it over.</summary>
    private static void Build(string name, string value)
    {
        using var app = (IDisposable)HostApplication.Build([new(name.Replace("__", ":", StringComparison.Ordinal), value)]);
    }
}
