namespace Summarizer.Tests.Grounding;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("He said “we’ll go on” and left.", "He said \"we'll go on\" and left.")]
    [InlineData("He said ‘we go on’ and left.", "He said \"we go on\"")]
    [InlineData("The plan –headed by Russia, not America – is real.", "The plan—headed by Russia, not America—is real.")]
    [InlineData("A line\r\nbroken\u00A0 in   three.", "A line broken in three.")]
    [InlineData("Go\u00ADvern\u00ADment by\u200B decree.", "Government by decree.")]
    [InlineData("in the East, in Derna ....and he is winning.", "in Derna...and he is winning.")]
    [InlineData("Le cafe\u0301 est ferme\u0301.", "Le café est fermé.")]
    [InlineData("The ZERO hour to liberate Derna.", "the zero hour to liberate Derna")]
    [InlineData("It was the zero hour for all.", "“...the zero hour for all.”")]
    public void A_quote_is_found_when_only_its_typography_differs(string text, string quote)
    {
        var grounded = Drafts.Article(text).Ground(Drafts.Sentence("It is so.", quote));

        var evidence = Assert.Single(Assert.Single(grounded.Summary!.Sentences).Evidence);
        Assert.Equal(text[evidence.Start..evidence.End], evidence.Quote);
    }

    [Theory]
    [InlineData("The army took the town.", "The army took the city.")]
    [InlineData("The army took the town.", "army took the tow")]
    [InlineData("He was not guilty.", "He was guilty.")]
    [InlineData("Le cafe\u0301 est la.", "Le cafe est la.")]
    [InlineData("Ein Kuss.", "Ein Kuß.")]
    [InlineData("Dishonest people.", "honest people")]
    public void Words_are_never_repaired(string text, string quote)
    {
        var grounded = Drafts.Article(text).Ground(Drafts.Sentence("It is so.", quote));

        Assert.Null(grounded.Summary);
        Assert.Equal(RejectionReason.QuoteNotFound, Assert.Single(grounded.Rejected).Reason);
    }

    [Fact]
    public void A_hint_is_checked_and_a_wrong_one_does_no_harm()
    {
        const string text = "One thing. One thing.";
        var right = Drafts.Article(text).Ground(new DraftSentence("One thing.", [new Quote("One thing.", 11)]));
        var wrong = Drafts.Article(text).Ground(new DraftSentence("One thing.", [new Quote("One thing.", 7)]));

        Assert.Equal(11, right.Summary!.Sentences[0].Evidence[0].Start);
        Assert.Equal(0, wrong.Summary!.Sentences[0].Evidence[0].Start);
    }

    [Fact]
    public void Evidence_is_sorted_and_told_once()
    {
        const string text = "First part here. Second part here.";
        var grounded = Drafts.Article(text).Ground(
            Drafts.Sentence("Both parts.", "Second part here.", "First part here.", "second part", "First part here."));

        Assert.Equal(["First part here.", "Second part here."], grounded.Summary!.Sentences[0].Evidence.Select(e => e.Quote));
    }

    [Fact]
    public void Sentences_come_in_the_order_of_the_article()
    {
        var grounded = Drafts.Article("Alpha rises. Beta falls.").Ground(
            Drafts.Sentence("Beta falls.", "Beta falls."), Drafts.Sentence("Alpha rises.", "Alpha rises."));

        Assert.Equal("Alpha rises. Beta falls.", grounded.Summary!.Text);
    }

    [Fact]
    public void No_quote_and_a_quote_without_substance_are_told_apart_from_an_invented_one()
    {
        var grounded = Drafts.Article("A text of some words.").Ground(
            Drafts.Sentence("Claim one."), Drafts.Sentence("Claim two.", " "), Drafts.Sentence("Claim three.", "."));

        Assert.Equal(
            [RejectionReason.NoQuote, RejectionReason.NoQuote, RejectionReason.QuoteNotFound],
            grounded.Rejected.Select(r => r.Reason));
    }

    [Fact]
    public void Text_that_defeats_a_naive_search_is_searched_in_linear_time()
    {
        // A naive search would compare about 10^12 characters; this one ends before the test's time runs out.
        var text = new string('a', 1_000_000) + " b";
        var quote = new string('a', 500_000) + "c" + new string('a', 400_000);

        var grounded = Drafts.Article(text).Ground(Drafts.Sentence("It is so.", quote));

        Assert.Null(grounded.Summary);
    }
}
