namespace Summarizer.Tests.Grounding;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("It cost 1,000 euros.", "It cost 1.000.")]
    [InlineData("It cost 1 000 euros.", "It cost 1000.")]
    [InlineData("It cost 1'000'000 francs.", "It cost 1 million.")]
    [InlineData("It cost 1.5 million.", "It cost 1,500,000.")]
    [InlineData("Three people died.", "There were 3 dead.")]
    [InlineData("Twenty-five people died.", "There were 25 dead.")]
    [InlineData("A crowd of two million came.", "The crowd was 2,000,000.")]
    [InlineData("Inflation fell to 3,5 %.", "It fell to 3.5%.")]
    [InlineData("On 16 May 2018 it began.", "It began in 2018.")]
    [InlineData("Rs 10,00,000 was paid.", "It paid 1,000,000.")]
    [InlineData("About ١٢ people.", "There were 12.")]
    [InlineData("Es kostete 2,4 Milliarden.", "It cost 2.4bn.")]
    [InlineData("In the 1970s it was.", "It was in the '70s.")]
    [InlineData("The 100m sprint.", "It was 100m.")]
    public void A_number_stands_however_it_is_written(string text, string claim) => Assert.Null(FaultOf(text, claim));

    [Theory]
    [InlineData("It cost 1,000 euros.", "It cost 10,000.")]
    [InlineData("It cost 1.5 million.", "It cost 1.5 billion.")]
    [InlineData("It cost 2 million.", "It cost 2 in all.")]
    [InlineData("It was 2018.", "It was 2019.")]
    [InlineData("It fell by 3.5 points.", "It fell by 35 points.")]
    [InlineData("Nobody died.", "There were 12 dead.")]
    public void A_number_that_is_not_there_is_rejected(string text, string claim)
        => Assert.Equal(RejectionReason.NumberNotFound, FaultOf(text, claim));

    [Theory]
    [InlineData("Field Marshall Khalifa Haftar took Derna.", "The town of Derna fell to Haftar.")]
    [InlineData("Haftar took Derna in Libya.", "The Libyan town fell to Haftar's men.")]
    [InlineData("The Derna Mujahideen Shura Council lost.", "The town is no longer held by the DMSC.")]
    [InlineData("The UN met.", "It was the United Nations that met.")]
    [InlineData("The U.S. left.", "It was the US that left, as American troops do.")]
    [InlineData("Erdoğan spoke.", "It was Erdogan who spoke.")]
    [InlineData("The minister spoke.", "Critics say President Minister spoke on Monday.")]
    [InlineData("Haftar won.", "However, critics disagree. Despite this, “Nobody won” is what they say.")]
    [InlineData("Die Regierung senkt Steuern.", "Der Staat entlastet damit Familien und Rentner.", "de")]
    [InlineData("Haftar schlug die Miliz.", "Die Miliz unterlag Feldmarschall Haftar.", "de")]
    [InlineData("PARIS BURNS AS CROWDS MARCH", "In Paris crowds march.")]
    [InlineData("Britain and France objected.", "The British and French objected.")]
    public void Names_of_the_article_stand(string text, string claim, string language = "en")
        => Assert.Null(FaultOf(text, claim, language));

    [Theory]
    [InlineData("Haftar took Derna.", "The town fell to Angela Merkel.")]
    [InlineData("Haftar took Derna.", "Merkel says the town fell.")]
    [InlineData("Haftar took Derna.", "The town fell to NATO.")]
    [InlineData("Mr Johnson spoke.", "The one who spoke was Johnston.")]
    [InlineData("Haftar took Derna.", "The US-led force took the town.")]
    [InlineData("Haftar nahm die Stadt.", "Die Stadt nahm Kanzlerin Angela Merkel ein.", "de")]
    [InlineData("Haftar nahm die Stadt.", "Die Stadt fiel an die NATO.", "de")]
    [InlineData("Haftar took Derna.", "HAFTAR TOOK DERNA WITH MERKEL")]
    [InlineData("Haftar took Derna.", "Haftar Took Derna With Merkel")]
    public void An_invented_name_is_rejected(string text, string claim, string language = "en")
        => Assert.Equal(RejectionReason.NameNotFound, FaultOf(text, claim, language));

    [Theory]
    [InlineData("See https://evil.example/x for more.")]
    [InlineData("It is <b>bold</b> to say so.")]
    [InlineData("It is [here](https://evil.example).")]
    [InlineData("Write to me@evil.example now.")]
    public void Markup_that_the_article_does_not_carry_is_rejected(string claim)
        => Assert.Equal(RejectionReason.Markup, FaultOf("It is said so, and see here for more.", claim));

    [Fact]
    public void A_rejection_cuts_the_claim_between_characters()
    {
        var claim = new string('x', 299) + "👍 and 2019";
        var grounded = Drafts.Article("Nothing of it.").Ground(Drafts.Sentence(claim, "Nothing of it."));

        Assert.Equal(299, Assert.Single(grounded.Rejected).Claim.Length);
    }

    [Theory]
    [InlineData("Haftar takes Derna", "Haftar takes Derna")]
    [InlineData("Haftar takes 12 towns", "The title")]
    [InlineData(null, "The title")]
    public void The_headline_is_the_drafts_or_the_title(string? headline, string expected)
    {
        var article = Drafts.Article("Haftar took Derna.", "The title");
        var draft = Drafts.Of(Drafts.Sentence("Haftar took Derna.", "Haftar took Derna.")) with { Headline = headline };

        Assert.Equal(expected, article.Ground(draft).Summary!.Headline);
    }

    [Fact]
    public void Without_a_title_the_headline_is_the_first_clause_within_its_length()
    {
        var sentence = "Haftar took Derna after a long siege of the old town; " + string.Join(' ', Enumerable.Repeat("and so on", 20))
            + ".";
        var grounded = Drafts.Article(sentence).Ground(Drafts.Sentence(sentence, sentence));

        Assert.Equal("Haftar took Derna after a long siege of the old town", grounded.Summary!.Headline);
    }

    private static RejectionReason? FaultOf(string text, string claim, string language = "en")
    {
        var grounded = Drafts.Article(text, language: language).Ground(Drafts.Sentence(claim, text));
        return grounded.Rejected.Count == 0 ? null : grounded.Rejected[0].Reason;
    }
}
