using System.Text;

namespace Summarizer.Tests.Reading.Formats;

public sealed class UploadFormatTests
{
    [Fact]
    public void An_empty_upload_is_empty()
        => Assert.All<byte[]>([[], " \r\n\t "u8.ToArray(), [0xEF, 0xBB, 0xBF]],
            content => Assert.Equal(FailureCode.Empty, Uploads.Failure(content)));

    [Fact]
    public void Bytes_decide_against_the_name()
    {
        var unreadable = Assert.IsType<ArticleReading.Unreadable>(
            Uploads.Read([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "notes.txt", "text/plain"));
        Assert.Equal(FailureCode.UnsupportedFormat, unreadable.Code);
        Assert.Equal("notes.txt is a PNG image; upload plain text, Markdown, HTML or .docx.", unreadable.Message);
    }

    [Fact]
    public void What_is_no_text_is_unsupported()
        => Assert.All<byte[]>(
            ["%PDF-1.7\n%âãÏÓ"u8.ToArray(), "{\\rtf1\\ansi hello}"u8.ToArray(), [0x1F, 0x8B, 8, 0, 0],
                [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 31 % 251))]],
            content => Assert.Equal(FailureCode.UnsupportedFormat, Uploads.Failure(content)));

    [Theory]
    [InlineData("a.md", null, "text/markdown")]
    [InlineData("a.txt", null, "text/plain")]
    [InlineData("a", null, "text/plain")]
    [InlineData("a.txt", "text/markdown; charset=utf-8", "text/markdown")]
    [InlineData("a.bin", "application/octet-stream", "text/plain")]
    public void Declared_type_then_ending_then_content(string name, string? type, string expected)
        => Assert.Equal(expected,
            Uploads.Read(Encoding.UTF8.GetBytes("The board voted on Tuesday to close the landing."), name, type).ContentType);
}
