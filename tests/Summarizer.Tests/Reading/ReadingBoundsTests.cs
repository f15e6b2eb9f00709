using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Summarizer.Tests.Reading;

public sealed class ReadingBoundsTests
{
    private const string Paragraph = "<p>The harbour board voted on Tuesday to close the old ferry landing, ending a service that has run since 1911.</p>";

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    public void Nesting_without_end_is_read(string tag)
    {
        var article = Uploads.Article(Repeat(tag, 30_000) + Repeat(Paragraph, 3), "deep.html");
        Assert.Contains("ferry landing", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!--")]
    [InlineData("<script ")]
    [InlineData("<")]
    [InlineData("<a b='")]
    public void Markup_that_never_closes_ends(string opening)
        => Assert.NotNull(Uploads.Read(Encoding.UTF8.GetBytes("<html>" + Repeat(opening, 50_000)), "open.html"));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*a _b ")]
    [InlineData("- ")]
    public void Markdown_without_end_is_read(string mark)
        => Assert.NotEmpty(Uploads.Article(Repeat(mark, 10_000) + " x", "deep.md").Text);

    [Fact]
    public void One_line_of_a_megabyte_is_read()
    {
        var line = Repeat("word and more words. ", 50_000).TrimEnd();
        Assert.Equal(line, Uploads.Article(line).Text);
    }

    [Fact]
    public void Whatever_is_uploaded_is_answered_and_can_be_stored()
    {
        foreach (var name in (string[])["a.txt", "a.md", "a.html", "a.docx"])
        {
            Prop.ForAll<byte[]>(content =>
            {
                if (Uploads.Read(content, name) is ArticleReading.Readable readable)
                    Store(readable.Article);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Whatever_characters_a_text_holds_its_article_can_be_stored_and_reads_the_same_twice()
        => Prop.ForAll<string>(text =>
        {
            if (string.IsNullOrWhiteSpace(text))
                return;
            var bytes = Encoding.Unicode.GetPreamble().Concat(text.SelectMany(BitConverter.GetBytes)).ToArray();
            var first = Uploads.Read(bytes, "a.md");
            Assert.Equal((first as ArticleReading.Readable)?.Article.Text, (Uploads.Read(bytes, "a.md") as ArticleReading.Readable)?.Article.Text);
            if (first is ArticleReading.Readable readable)
                Store(readable.Article);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NULs_and_lone_surrogates_leave_a_text_that_can_be_stored()
    {
        var article = Uploads.Article("The board\0 voted\u0001 on Tuesday to close the landing.\r\n\r\nIt was late.");
        Assert.Equal("The board\uFFFD voted on Tuesday to close the landing.\n\nIt was late.", article.Text);
    }

    private static void Store(Article article)
    {
        Assert.DoesNotContain('\r', article.Text);
        using var writer = new Utf8JsonWriter(Stream.Null);
        writer.WriteStartArray();
        writer.WriteStringValue(article.Text);
        writer.WriteStringValue(article.Title);
        foreach (var author in article.Authors)
            writer.WriteStringValue(author);
        writer.WriteEndArray();
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
