namespace Summarizer.Tests.Reading.Formats;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Header_body_and_colophon_are_told_apart()
    {
        var article = Uploads.Article("""
            # Ferry landing to close after a century

            By [Ada Lind](#)

            Harbour Research, May 16, 2018

            Region: [North Sea](#)

            *The board voted* on Tuesday to close the old [ferry landing](https://example.org/ferry), which has run since 1911; its

            greatest loss will be the winter market, said residents who had come to the meeting by boat.

            - the morning boat
            - the evening boat

            The last boat leaves on the first of October, the board said in a statement.

            The original source of this article is Harbour Research
            Copyright © [Ada Lind](#), Harbour Research, 2018

            ---

            **[Become a member of Harbour Research](#)**

            **Disclaimer:** The contents of this article are of sole responsibility of the author(s).
            The website will not be responsible for any inaccurate statement.

            For media inquiries: [press@example.org](mailto:press@example.org)
            """, "ferry.md");
        Assert.Equal("Ferry landing to close after a century", article.Title);
        Assert.Equal(["Ada Lind"], article.Authors);
        Assert.Equal("Harbour Research", article.Publisher);
        Assert.Equal(new DateOnly(2018, 5, 16), article.PublishedOn);
        Assert.Equal(
            "The board voted on Tuesday to close the old ferry landing, which has run since 1911; its greatest loss will be the "
                + "winter market, said residents who had come to the meeting by boat.\n\n"
            + "the morning boat\nthe evening boat\n\nThe last boat leaves on the first of October, the board said in a statement.",
            article.Text);
        Assert.All([BoilerplateReason.Disclaimer, BoilerplateReason.Share, BoilerplateReason.Newsletter, BoilerplateReason.Metadata],
            r => Assert.True(article.Characters(r) > 0, r.ToString()));
    }

    [Fact]
    public void Front_matter_is_metadata()
    {
        var article = Uploads.Article(
            "---\ntitle: \"Ferry landing to close\"\nauthor:\n  - Ada Lind\n  - Bo Ek\ndate: 2018-05-16\nlang: en-GB\n---\n\nThe "
                + "board voted on Tuesday to close the old ferry landing.\n", "ferry.md");
        Assert.Equal("Ferry landing to close", article.Title);
        Assert.Equal(["Ada Lind", "Bo Ek"], article.Authors);
        Assert.Equal(new DateOnly(2018, 5, 16), article.PublishedOn);
        Assert.Equal("The board voted on Tuesday to close the old ferry landing.", article.Text);
    }
}
