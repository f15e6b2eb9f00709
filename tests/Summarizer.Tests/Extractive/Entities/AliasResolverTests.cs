using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class AliasResolverTests
{
    [Theory]
    [InlineData("The National Transport Safety Board (NTSB) opened an inquiry. The NTSB said nothing more. Nobody at the Board replied.",
        "National Transport Safety Board", "NTSB|Board", 4)]
    [InlineData("The Environmental Protection Agency ruled. The EPA fined the plant. The EPA won.",
        "Environmental Protection Agency", "EPA", 3)]
    [InlineData("Members of the Muslim Brotherhood met in Cairo. The Brotherhood denied it. The Muslim Brotherhood was banned.",
        "Muslim Brotherhood", "Brotherhood", 3)]
    [InlineData("Senator Maria Lopez-Garcia spoke first. Lopez-Garcia left. Maria later returned, and Maria Lopez-Garcia slept.",
        "Maria Lopez-Garcia", "Lopez-Garcia|Maria", 4)]
    [InlineData("Chancellor Merkel spoke. Angela Merkel said so. Merkel left.", "Angela Merkel", "Merkel", 3)]
    [InlineData("Jane A. Roe spoke. Then Jane Roe left. Jane A. Roe was tired.", "Jane A. Roe", "Jane Roe", 3)]
    [InlineData("American troops left. America was divided. Americans voted, and America waited.", "America", "American|Americans", 4)]
    public void Shorter_names_acronyms_and_demonyms_come_under_the_fullest_name(string text, string name, string aliases, int mentions)
    {
        var target = Assert.Single(Find(text), t => t.Name == name);

        Assert.Equal(aliases.Split('|').Order(), target.Aliases.Order());
        Assert.Equal(mentions, target.Mentions.Count);
    }

    [Fact]
    public void Of_two_people_with_one_surname_the_title_tells_who_is_meant()
    {
        var text = "Jane Roe met Peter Roe. Then Roe left, and Jane Roe slept while Peter Roe waited.";

        Assert.Equal(3, Find(text, "Jane Roe wins").Single(t => t.Name == "Jane Roe").Mentions.Count);
        Assert.Equal(2, Find(text).Single(t => t.Name == "Jane Roe").Mentions.Count);
    }

    [Fact]
    public void Mentions_of_merged_names_come_in_the_order_of_the_text()
        => Assert.All(
            Find("Merkel spoke in Berlin. Angela Merkel said so. Then Merkel left, and Chancellor Angela Merkel slept."),
            target => Assert.Equal(target.Mentions.OrderBy(m => m.Span.Start), target.Mentions));

    private static List<Target> Find(string text, string? title = null)
        => TargetFinder.Shared.Find(new AnalyzedText(text, "en", CancellationToken.None), title, CancellationToken.None);
}
