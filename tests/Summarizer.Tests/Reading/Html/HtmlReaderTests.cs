using System.Text;

namespace Summarizer.Tests.Reading.Html;

public sealed class HtmlReaderTests
{
    private const string Paragraphs = """
        <p>The harbour board voted on Tuesday to close the old ferry landing, ending a service that has run since 1911.</p>
        <p>Residents who spoke at the meeting said the decision would cut the island off from the market town in winter.</p>
        <p>The last boat leaves on the first of October, the board said, and the landing will be sold to a hotel.</p>
        """;

    private const string Page = $"""
        <!doctype html><html lang="en"><head><title>Ferry landing to close | Harbour Gazette</title>
        <meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2018-05-16T10:00:00+02:00">
        </head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
        <header><h1>Ferry landing to close</h1></header>
        <div class="byline">By <a rel="author" href="/ada">Ada Lind</a>, Island Reporter</div>
        <div class="col"><div class="x1">{Paragraphs}
        <h2>A hotel</h2><ul><li>forty rooms</li><li>a pool</li></ul>
        <figure><img src="a.jpg"><figcaption>The landing in 1920. Photo: Bo Ek</figcaption></figure>
        <div class="newsletter-signup"><p>Get the Gazette in your inbox every morning, with all the news of the coast.</p></div>
        </div></div>
        <aside><h3>Most read</h3><p>A whale was seen off the coast on Monday, to the delight of many who had waited for it.</p></aside>
        <section class="comments">
        <p>I have taken this ferry since I was a child, and I think that it is a shame to see it go like this.</p></section>
        <footer>© 2018 Harbour Gazette. All rights reserved.</footer></body></html>
        """;

    [Fact]
    public void The_body_comes_without_what_the_template_puts_around_it()
    {
        var article = Uploads.Article(Page, "ferry.html");
        Assert.StartsWith("The harbour board voted", article.Text, StringComparison.Ordinal);
        Assert.EndsWith("A hotel\n\nforty rooms\na pool", article.Text, StringComparison.Ordinal);
        Assert.Equal(3 + 1 + 1, article.Text.Split("\n\n").Length);
        Assert.True(article.Characters(BoilerplateReason.Newsletter) > 0);
    }

    [Fact]
    public void Metadata_come_without_site_name_and_job_title()
    {
        var article = Uploads.Article(Page, "ferry.html");
        Assert.Equal("Ferry landing to close", article.Title);
        Assert.Equal(["Ada Lind"], article.Authors);
        Assert.Equal("Harbour Gazette", article.Publisher);
        Assert.Equal(new DateOnly(2018, 5, 16), article.PublishedOn);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void A_body_cut_into_several_boxes_is_read_whole()
    {
        var boxes = string.Concat(Enumerable.Range(1, 4)
            .Select(
                i => $"<div class='row'><div class='cell'>{Paragraphs.Replace("1911", $"190{i}", StringComparison.Ordinal)}</div></div>"
                    + "<div class='ad-slot'>Advertisement</div>"));
        var article = Uploads.Article($"<html><body><div id='story'>{boxes}</div></body></html>", "ferry.html");
        Assert.All([1, 2, 3, 4], i => Assert.Contains($"190{i}", article.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Advertisement", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_filled_by_scripts_is_read_from_its_linked_data()
    {
        var sentence = "The board voted on Tuesday to close the old ferry landing. ";
        var article = Uploads.Article($$"""
            <html><head><script type="application/ld+json">{"@graph":[
            {"@type":"NewsArticle","headline":"Ferry landing to close","author":{"@type":"Person","name":"Ada Lind"},
            "datePublished":"2018-05-16","articleBody":"{{string.Concat(Enumerable.Repeat(sentence, 12))}}"}]}</script></head>
            <body><div id="root"></div></body></html>
            """, "ferry.html");
        Assert.StartsWith(sentence.Trim(), article.Text, StringComparison.Ordinal);
        Assert.Equal("Ferry landing to close", article.Title);
    }

    [Fact]
    public void A_list_of_links_is_unreadable()
    {
        var links = string.Concat(Enumerable.Range(0, 60).Select(i => $"<li><a href='/{i}'>Story number {i} of the day</a></li>"));
        Assert.Equal(FailureCode.Unreadable,
            Uploads.Failure(Encoding.UTF8.GetBytes($"<html><body><ul>{links}</ul></body></html>"), "index.html"));
    }

    [Fact]
    public void Text_that_is_plainly_HTML_is_read_as_HTML()
    {
        var reading = Uploads.Read(Encoding.UTF8.GetBytes(Page));
        Assert.Equal("text/html", reading.ContentType);
    }
}
