using System.IO.Compression;
using System.Text;

namespace Summarizer.Tests.Reading.Formats;

public sealed class WordReaderTests
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Paragraphs_headings_and_properties_are_read()
    {
        var bytes = Zip(
            ("word/document.xml",
                Document("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Ferry landing to close</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t xml:space=\"preserve\">The board voted </w:t></w:r><w:r><w:t>on Tuesday to close the "
                + "landing.</w:t></w:r></w:p>")),
            ("docProps/core.xml", "<cp xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Ada Lind</dc:creator></cp>"));
        var reading = Assert.IsType<ArticleReading.Readable>(Uploads.Read(bytes, "ferry.docx"));
        Assert.Equal("Ferry landing to close", reading.Article.Title);
        Assert.Equal(["Ada Lind"], reading.Article.Authors);
        Assert.Equal("The board voted on Tuesday to close the landing.", reading.Article.Text);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", reading.ContentType);
    }

    [Fact]
    public void An_entity_is_refused()
        => Assert.Equal(FailureCode.Unreadable,
            Uploads.Failure(
                Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY x \"boom\">]>" + Document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")))));

    [Fact]
    public void What_unpacks_to_more_than_an_article_is_refused()
        => Assert.Equal(FailureCode.Unreadable,
            Uploads.Failure(Zip(("word/document.xml", Document($"<w:p><w:r><w:t>{new string('a', 14_000_000)}</w:t></w:r></w:p>")))));

    [Fact]
    public void Another_zip_is_unsupported()
        => Assert.Equal(FailureCode.UnsupportedFormat, Uploads.Failure(Zip(("nested.zip", "PK")), "ferry.docx"));

    [Fact]
    public void A_damaged_zip_is_unreadable()
        => Assert.Equal(FailureCode.Unreadable, Uploads.Failure([(byte)'P', (byte)'K', 3, 4, 1, 2, 3], "ferry.docx"));

    private static string Document(string body) => $"<w:document xmlns:w=\"{Namespace}\"><w:body>{body}</w:body></w:document>";

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
