using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Summarizer.Benchmarks;
using Summarizer.Reading;

namespace Summarizer.Tests.Reading;

public sealed class ReadingBoundsTests
{
    private static readonly ArticleReader Reader = new();

    private const string Paragraph =
        "<p>The harbour board voted on Tuesday to close the old ferry landing, ending a service that has run since 1911.</p>";

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

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Any_shape_is_read(string name) => ReadShape(name, 200_000);

    [Theory]
    [InlineData("[a](.md")]
    [InlineData("![a](.md")]
    [InlineData("x <?.md")]
    [InlineData("x <!A.md")]
    [InlineData("table rows.md")]
    [InlineData("table of rows, few cells.md")]
    [InlineData("marked formatting.html")]
    public void Two_megabytes_of_what_parsers_take_long_for_are_read(string name) => ReadShape(name, 2_000_000);

    [Theory]
    [InlineData("prose.md")]
    [InlineData("[a](.md")]
    [InlineData("table rows.md")]
    [InlineData("paragraphs.html")]
    [InlineData("<b>.html")]
    [InlineData("short lines.html")]
    [InlineData("- a\\n.txt")]
    public void Reading_ends_when_it_is_cancelled(string name)
    {
        var content = Encoding.UTF8.GetBytes(FormatShapes.All.Single(s => s.Name == name).Text(8_000_000));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(5));
        var upload = new Upload("a" + Path.GetExtension(name), content, null);
        Assert.ThrowsAny<OperationCanceledException>(() => Reader.Read(upload, soon.Token));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1_000)]
    public void Marks_beyond_the_bound_change_nothing_about_ordinary_Markdown(int repeated)
    {
        const string sentence =
            "The **board** voted [on Tuesday](https://example.org/a_(b)) to *close* it, `said` the _mayor_ & <https://a.org/>. ";
        const string plain = "The board voted on Tuesday to close it, said the mayor & https://a.org/. ";
        Assert.Equal(Repeat(plain, repeated).TrimEnd(), Uploads.Article(Repeat(sentence, repeated), "a.md").Text);
    }

    [Fact]
    public void A_long_table_is_read_by_its_cells_and_its_header_once()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"| boat {i} | **Ada {i}** | {i} |\n"));
        var article = Uploads.Article("| Boat | Captain | Hour |\n|---|:-:|--:|\n" + rows, "a.md");
        var cells = article.Text.Split("\n\n");
        Assert.Equal(["Boat", "Captain", "Hour"], cells[..3]);
        Assert.Equal(903, cells.Length);
        Assert.Equal(["boat 299", "Ada 299", "299"], cells[^3..]);
    }

    public static TheoryData<string> Shapes() => [.. FormatShapes.All.Select(s => s.Name)];

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
            Assert.Equal((first as ArticleReading.Readable)?.Article.Text,
                (Uploads.Read(bytes, "a.md") as ArticleReading.Readable)?.Article.Text);
            if (first is ArticleReading.Readable readable)
                Store(readable.Article);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void NULs_and_lone_surrogates_leave_a_text_that_can_be_stored()
    {
        var article = Uploads.Article("The board\0 voted\u0001 on Tuesday to close the landing.\r\n\r\nIt was late.");
        Assert.Equal("The board\uFFFD voted on Tuesday to close the landing.\n\nIt was late.", article.Text);
    }

    /// <summary>The limit is a guard against hanging, far beyond what reading takes.</summary>
    private static void ReadShape(string name, int length)
    {
        var content = Encoding.UTF8.GetBytes(FormatShapes.All.Single(s => s.Name == name).Text(length));
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        Assert.NotNull(Reader.Read(new Upload("a" + Path.GetExtension(name), content, null), hung.Token));
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
