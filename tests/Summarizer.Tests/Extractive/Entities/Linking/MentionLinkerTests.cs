using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities.Linking;

public sealed class MentionLinkerTests
{
    [Theory]
    [InlineData("Mayor Jane Roe opened the bridge. She praised her engineers.", "Jane Roe", "She her")]
    [InlineData("Mayor Jane Roe opened the bridge. The bridge is long. She praised it.", "Jane Roe", "She")]
    [InlineData("Governor Martha Rask won the vote in May. In June she signed the budget, and critics attacked her for it.",
        "Martha Rask", "she her")]
    [InlineData("Senator John Doe arrived on Monday. He had lost his luggage, and nobody met him at the station.",
        "John Doe", "He his him")]
    public void A_pronoun_stands_for_the_person_named_before_it(string text, string name, string linked)
        => Assert.Equal(linked, LinkedTo(text, name));

    [Fact]
    public void Possessives_are_linked()
        => Assert.Equal(
            "his his",
            LinkedTo("Senator John Doe defended his plan in Lisbon on Monday. Critics said his figures were wrong.", "John Doe"));

    [Fact]
    public void A_pronoun_of_the_other_gender_is_never_linked()
    {
        var text = "Mrs Jane Carter met Mr John Miller in Lisbon on Monday. He left early, and she followed him to the station.";

        Assert.DoesNotContain("He", LinkedTo(text, "Jane Carter").Split(' '));
        Assert.DoesNotContain("she", LinkedTo(text, "John Miller").Split(' '));
        Assert.StartsWith("He", LinkedTo(text, "John Miller"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_women_the_subject_is_meant_or_none()
    {
        var text = "Mary Roe met Susan Poe in Lisbon on Monday. She had asked for the meeting.";

        Assert.Equal("", LinkedTo(text, "Susan Poe"));
        Assert.True(LinkedTo(text, "Mary Roe") is "" or "She");
    }

    [Fact]
    public void Nobody_named_takes_no_pronoun()
        => Assert.Equal("", LinkedTo(
            "He had never seen the harbour before. It was late when the boat came in. In Lisbon, most people were asleep.", "Lisbon"));

    [Fact]
    public void What_the_speaker_says_of_himself_is_his()
        => Assert.Contains(
            "I",
            LinkedTo("Mayor Jane Roe opened the bridge on Monday. \"I am proud of my engineers,\" Roe said.", "Jane Roe")
                .Split(' '));

    [Fact]
    public void A_title_that_stood_with_a_name_stands_for_it_later()
        => Assert.Equal(
            "The mayor her",
            LinkedTo("The mayor, Jane Roe, opened the bridge. Roe spoke for an hour. The mayor then left with her family.", "Jane Roe"));

    [Fact]
    public void A_noun_that_belongs_to_another_noun_stands_for_nothing()
        => Assert.Equal("", LinkedTo(
            "Rain fell on Athens for three days. The city council met on Monday, and the city hall was full.", "Athens"));

    [Fact]
    public void The_city_is_the_one_that_the_article_is_about()
        => Assert.Contains(
            "the city",
            LinkedTo(
                "Lisbon lies on the river Tagus. Lisbon is old. Many tourists come to Lisbon in May, when the city is warm. "
                    + "In Lisbon, trams are slow.",
                "Lisbon",
                "Lisbon"),
            StringComparison.Ordinal);

    [Fact]
    public void Each_link_has_a_probability_and_stands_in_the_order_of_the_text()
    {
        var text = "Mayor Jane Roe opened the bridge. She praised her engineers. Roe said she was proud. The mayor left.";
        var linked = Target(text, "Jane Roe", null).Linked;

        Assert.NotEmpty(linked);
        Assert.All(linked, l => Assert.InRange(l.Confidence, LinkedMention.LeastConfidence, 1));
        Assert.Equal(linked.OrderBy(l => l.Span.Start), linked);
        Assert.All(linked, l => Assert.True(l.Kind == LinkKind.Noun == l.Span.In(text).Contains(' ', StringComparison.Ordinal)));
    }

    private static string LinkedTo(string text, string name, string? title = null)
        => string.Join(' ', Target(text, name, title).Linked.Select(l => l.Span.In(text)));

    private static Target Target(string text, string name, string? title)
        => TargetFinder.Shared.Find(new AnalyzedText(text, "en", CancellationToken.None), title, CancellationToken.None)
            .Single(t => t.Name == name);
}
