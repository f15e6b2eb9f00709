using Summarizer.Extractive.Stances;
using Summarizer.Extractive.Stances.Author;

namespace Summarizer.Tests.Extractive.Stances;

public sealed class StanceAggregateTests
{
    private static readonly StanceProbabilities Praise = new(Against: 0.02, Neutral: 0.18, Favor: 0.8);
    private static readonly StanceProbabilities Attack = new(Against: 0.8, Neutral: 0.18, Favor: 0.02);
    private static readonly StanceProbabilities Report = new(Against: 0.05, Neutral: 0.9, Favor: 0.05);

    [Fact]
    public void What_nobody_spoke_of_is_neutral_and_shows_nothing()
    {
        var none = Of();

        Assert.Equal((Stance.Neutral, 0.5), (none.Stance, none.Confidence));
        Assert.Empty(none.Evidence(3));
    }

    [Fact]
    public void Sides_are_taken_by_the_sentences_that_take_them()
    {
        Assert.Equal(Stance.Favor, Of(Report, Praise, Praise).Stance);
        Assert.Equal(Stance.Against, Of(Report, Attack, Attack).Stance);
        Assert.Equal(Stance.Neutral, Of(Praise, Attack).Stance);
        Assert.Equal(Stance.Neutral, Of(Report, Report, Report).Stance);
    }

    /// <summary>Bad news about somebody reads like hostility.</summary>
    [Fact]
    public void Opposition_has_to_be_plainer_than_favor()
    {
        var (kind, unkind) = (new StanceProbabilities(0.2, 0.38, 0.42), new StanceProbabilities(0.42, 0.38, 0.2));

        Assert.Equal(Stance.Favor, Of(kind, kind, kind, kind).Stance);
        Assert.Equal(Stance.Neutral, Of(unkind, unkind, unkind, unkind).Stance);
    }

    [Fact]
    public void Sentences_that_agree_lead_further_than_one()
    {
        Assert.True(Of(Praise, Praise, Praise).NetPolarity > Of(Praise).NetPolarity);
        Assert.Equal(-Of(Praise, Praise).NetPolarity, Of(Attack, Attack).NetPolarity, 9);
    }

    [Fact]
    public void Three_sentences_and_a_wide_lead_are_plain_favor()
    {
        Assert.True(Of(Praise, Praise, Praise).IsPlainlyFavored);
        Assert.False(Of(Praise, Praise).IsPlainlyFavored);
        Assert.False(Of(Report, Report, Report).IsPlainlyFavored);
    }

    [Fact]
    public void Evidence_is_the_sentences_that_show_the_stance_best_first()
    {
        var aggregate = Of(Report, new StanceProbabilities(0.05, 0.25, 0.7), Attack, Praise);

        Assert.Equal(Stance.Favor, aggregate.Stance);
        Assert.Equal([3, 1], aggregate.Evidence(3));
        Assert.Equal([3], aggregate.Evidence(1));
    }

    [Fact]
    public void A_sentence_read_again_counts_as_read_last()
    {
        var aggregate = Of(Report, Attack, Report);

        aggregate.Replace(1, Praise);
        aggregate.Replace(7, Attack);

        Assert.Equal(Stance.Favor, aggregate.Stance);
        Assert.Equal(Of(Report, Praise, Report).NetPolarity, aggregate.NetPolarity);
    }

    [Fact]
    public void The_title_sways_the_stance_and_is_no_evidence()
    {
        var aggregate = Of(Report, Report);

        aggregate.Title = Praise;

        Assert.Equal(Stance.Favor, aggregate.Stance);
        Assert.All(aggregate.Evidence(3), s => Assert.InRange(s, 0, 1));
        Assert.Equal(Of(Report, Report).Totals, aggregate.Totals);
    }

    [Fact]
    public void A_judgement_of_the_whole_article_comes_before_the_lead()
    {
        var aggregate = Of(Praise, Attack, Praise);

        aggregate.Decide(new AuthorVerdict(new TagProbabilities(0.1, 0.77, 0.13)));

        Assert.Equal((Stance.Against, 0.77), (aggregate.Stance, aggregate.Confidence));
        Assert.Equal(1, aggregate.Evidence(1).Single());
    }

    private static StanceAggregate Of(params StanceProbabilities[] sentences)
    {
        var aggregate = new StanceAggregate();
        foreach (var (number, sentence) in sentences.Index())
            aggregate.Add(number, sentence, 1);
        return aggregate;
    }
}
