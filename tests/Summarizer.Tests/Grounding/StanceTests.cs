namespace Summarizer.Tests.Grounding;

public sealed class StanceTests
{
    private const string Text =
        "Field Marshall Khalifa Haftar won. Haftar is loved; May fears HAFTAR. It may be that the government of the UK erred, said "
            + "John Hughes.";

    [Fact]
    public void Mentions_are_counted_once_under_every_name()
    {
        var tag = Assert.Single(Drafts.Article(Text).Ground(Drafts.Stance("Khalifa Haftar", Stance.Favor, "Haftar is loved")).Stances);

        Assert.Equal(3, tag.Target.Mentions);
        Assert.Equal(["Haftar"], tag.Target.Aliases);
    }

    [Fact]
    public void A_name_keeps_its_capital()
        => Assert.Equal(1,
            Assert.Single(Drafts.Article(Text).Ground(Drafts.Stance("May", Stance.Against, "May fears")).Stances).Target.Mentions);

    [Fact]
    public void A_target_may_be_worded_in_another_order()
        => Assert.Single(Drafts.Article(Text)
            .Ground(Drafts.Stance("UK government", Stance.Against, "the government of the UK erred")).Stances);

    [Theory]
    [InlineData("Vladimir Putin", "author", "Haftar is loved", RejectionReason.TargetNotFound)]
    [InlineData("Haftar", "Vladimir Putin", "Haftar is loved", RejectionReason.HolderNotFound)]
    [InlineData("Haftar", "author", "Haftar is hated", RejectionReason.QuoteNotFound)]
    [InlineData("Haftar", "author", "", RejectionReason.NoQuote)]
    public void What_the_article_does_not_bear_out_is_rejected(string target, string holder, string quote, RejectionReason reason)
    {
        var grounded = Drafts.Article(Text).Ground(Drafts.Stance(target, Stance.Favor, quote, holder));

        Assert.Empty(grounded.Stances);
        Assert.Equal((ClaimKind.Stance, reason), (Assert.Single(grounded.Rejected).Kind, grounded.Rejected[0].Reason));
    }

    [Fact]
    public void A_quoted_holder_is_kept_and_the_articles_own_author_is_the_author()
    {
        var article = Drafts.Article(Text) with { Authors = ["Richard Roe"] };
        var tags = article.Ground(
            Drafts.Stance("UK", Stance.Against, "the UK erred", "John Hughes", type: TargetType.Place),
            Drafts.Stance("Haftar", Stance.Favor, "Haftar is loved", "Richard Roe")).Stances;

        Assert.Equal(["John Hughes", "author"], tags.Select(t => t.Holder));
    }

    [Fact]
    public void Of_two_contradicting_stances_the_surer_one_stays()
    {
        var grounded = Drafts.Article(Text).Ground(
            Drafts.Stance("Haftar", Stance.Against, "May fears HAFTAR", confidence: 0.4),
            Drafts.Stance("Haftar", Stance.Favor, "Haftar is loved", confidence: 0.9));

        Assert.Equal(Stance.Favor, Assert.Single(grounded.Stances).Stance);
        Assert.Equal(RejectionReason.Contradicted, Assert.Single(grounded.Rejected).Reason);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(7, 1)]
    [InlineData(-1, 0)]
    public void Confidence_stays_between_0_and_1(double claimed, double expected)
        => Assert.Equal(expected, Drafts.Article(Text)
            .Ground(Drafts.Stance("Haftar", Stance.Favor, "Haftar is loved", confidence: claimed)).Stances[0].Confidence);

    [Fact]
    public void A_watched_target_is_always_reported_on()
    {
        var draft = Drafts.Of(Drafts.Stance("Khalifa Haftar", Stance.Favor, "Haftar is loved"));
        var tags = Drafts.Article(Text).Ground(draft, "Field Marshall=Haftar,Khalifa Haftar", "John Hughes", "NATO=Alliance").Stances;

        Assert.Equal(["Khalifa Haftar", "John Hughes", "NATO"], tags.Select(t => t.Target.Name));
        Assert.Equal([3, 1, 0], tags.Select(t => t.Target.Mentions));
        Assert.Equal((Stance.Unclear, 0), (tags[2].Stance, tags[2].Evidence.Count));
    }

    [Fact]
    public void What_an_engine_knows_about_mentions_is_kept()
    {
        var known = new DraftStance("Haftar", TargetType.Person, "author", Stance.Favor, 0.5, [new Quote("Haftar is loved", 35)])
        {
            Mentions = 7,
            Aliases = ["the marshal"],
        };

        var target = Drafts.Article(Text).Ground(known).Stances[0].Target;

        Assert.Equal((7, "the marshal"), (target.Mentions, target.Aliases[0]));
    }
}
