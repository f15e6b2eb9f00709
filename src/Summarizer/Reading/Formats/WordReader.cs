using System.IO.Compression;

namespace Summarizer.Reading.Formats;

/// <param name="Draft">What was read; null when nothing could be.</param>
/// <param name="Problem">What is wrong with a Word document, as the rest of a sentence that begins with its name.</param>
internal sealed record WordReading(ArticleBuilder? Draft, string? Problem);

/// <summary>Word documents (.docx) by the zip itself, within bounds of memory and time.</summary>
internal static class WordReader
{
    private const string MainPart = "word/document.xml";

    /// <summary>Both members are null when the zip is no Word document.</summary>
    public static WordReading Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.GetEntry(MainPart) is { } part
                ? new WordReading(WordText.Read(part, zip.GetEntry("docProps/core.xml"), cancellationToken), null)
                : new WordReading(null, null);
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or IOException or NotSupportedException)
        {
            return new WordReading(null, "is a damaged Word document; save it again, or upload plain text.");
        }
    }
}
