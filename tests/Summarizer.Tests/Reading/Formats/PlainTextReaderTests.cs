namespace Summarizer.Tests.Reading.Formats;

public sealed class PlainTextReaderTests
{
    private const string Body = """
        The harbour board voted on Tuesday to close the old ferry landing, ending a service that has run since 1911.

        Residents who spoke at the meeting said the decision would cut the island off from the market town in winter.

        “We were promised a bridge and we got a timetable,” said Ada Lind, who keeps the island's only shop.
        """;

    [Fact]
    public void A_newsletter_box_below_the_article_goes_and_is_counted()
    {
        var article = Uploads.Article(Body
            + "\n\nSign up to our free newsletters\n\nGet the best of the week straight to your inbox:\nPlease select at least one "
            + "list.\n\nYou can unsubscribe at any time by clicking the link in our emails. By subscribing, you accept our "
            + "privacy policy.");
        Assert.EndsWith("the island's only shop.", article.Text, StringComparison.Ordinal);
        Assert.True(article.Characters(BoilerplateReason.Newsletter) > 150);
    }

    [Fact]
    public void Lines_wrapped_by_hand_become_paragraphs_again()
    {
        var article = Uploads.Article("""
            The harbour board voted on Tuesday to close the old ferry
            landing, ending a service that has run since 1911. It did
            so without a debate.

            Residents who spoke at the meeting said the decision would
            cut the island off from the market town in winter, when the
            road is closed.
            """);
        Assert.Equal(2, article.Text.Split("\n\n").Length);
        Assert.Contains("old ferry landing, ending", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', article.Text.Replace("\n\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Title_byline_and_date_above_the_body_are_read()
    {
        var article = Uploads.Article("Ferry landing to close\n\nBy Ada Lind and Bo Ek\n\nThe Harbour Gazette, 16 May 2018\n\n" + Body);
        Assert.Equal("Ferry landing to close", article.Title);
        Assert.Equal(["Ada Lind", "Bo Ek"], article.Authors);
        Assert.Equal("The Harbour Gazette", article.Publisher);
        Assert.Equal(new DateOnly(2018, 5, 16), article.PublishedOn);
        Assert.StartsWith("The harbour board voted", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_paragraph_is_no_title()
        => Assert.Null(Uploads.Article(Body).Title);

    [Fact]
    public void An_agency_dateline_stays()
    {
        var article = Uploads.Article("LONDON, May 16 (Reuters) - " + Body);
        Assert.StartsWith("LONDON, May 16 (Reuters) - The harbour", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_quote_goes_and_the_sentence_it_repeats_stays()
    {
        var article = Uploads.Article(Body.Replace("Residents who",
            "The decision would cut the island off from the market town\n\nResidents who", StringComparison.Ordinal));
        Assert.DoesNotContain("\n\nThe decision would cut", article.Text, StringComparison.Ordinal);
        Assert.Contains("said the decision would cut the island off", article.Text, StringComparison.Ordinal);
        Assert.True(article.Characters(BoilerplateReason.Metadata) > 0);
    }

    [Fact]
    public void A_paragraph_broken_mid_sentence_is_joined()
    {
        var article = Uploads.Article(
            Body.Replace("said the decision would cut", "said the decision would;\n\ncut", StringComparison.Ordinal));
        Assert.Contains("would; cut the island", article.Text, StringComparison.Ordinal);
    }
}
