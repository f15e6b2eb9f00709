using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class TitleTopicsTests
{
    private const string Title = "Council votes on the congestion charge";

    private const string Text = """
        The council of Northport will vote on a congestion charge next week. Drivers would pay five pounds a day.

        Shopkeepers fear the congestion charge. They say that fewer people would come, and that the charge falls on the poor.
        Those who live beside the ring road want it. A congestion charge cleared the air of other towns, they say, and the money
        paid for buses. Nobody has asked the bus drivers. The mayor calls the congestion charge her last word on traffic.
        """;

    [Fact]
    public void What_the_title_names_and_the_text_comes_back_to_is_a_topic()
    {
        var topic = Assert.Single(Find(Text, Title), t => t.Type == TargetType.Topic);

        Assert.Equal("congestion charge", topic.Name);
        Assert.Equal(4, topic.Mentions.Count);
        Assert.All(topic.Mentions, m => Assert.Equal("congestion charge", m.Span.In(Text)));
    }

    [Fact]
    public void What_the_text_names_once_is_none()
        => Assert.DoesNotContain(Find(Text, "Bus drivers were not asked"), t => t.Name.Contains("bus", StringComparison.Ordinal));

    [Fact]
    public void A_noun_of_every_article_is_none()
    {
        const string Everywhere = """
            Many people came. Some people left early, and other people stayed. The people who stayed saw the show. Most people liked
            it. A few people did not. That is what people do.
            """;

        Assert.DoesNotContain(Find(Everywhere, "What people like"), t => t.Type == TargetType.Topic);
    }

    private static List<Target> Find(string text, string title)
        => TargetFinder.Shared.Find(new AnalyzedText(text, "en", CancellationToken.None), title, CancellationToken.None);
}
