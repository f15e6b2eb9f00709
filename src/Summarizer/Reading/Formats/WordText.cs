using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Summarizer.Reading.Formats;

/// <summary>The paragraphs of a document part and the properties of the core part.</summary>
internal static class WordText
{
    // Text of a 10 MiB upload; what unpacks to more is a zip bomb or no article.
    private const int MostCharacters = 60_000_000;
    private const int MostText = 12_000_000;

    /// <summary>How the styles of headings are called; of German ones the umlaut is lost.</summary>
    private static readonly string[] HeadingStyles = ["Heading", "Title", "berschrift", "Titre"];

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static ArticleBuilder Read(ZipArchiveEntry main, ZipArchiveEntry? core, CancellationToken cancellationToken)
    {
        var draft = new ArticleBuilder();
        if (core is not null)
            ReadProperties(core, draft, cancellationToken);
        using var stream = main.Open();
        using var reader = XmlReader.Create(stream, Settings);
        ReadParagraphs(reader, draft, cancellationToken);
        return draft;
    }

    private static void ReadParagraphs(XmlReader reader, ArticleBuilder draft, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var kind = PassageKind.Paragraph;
        var total = 0;
        var inRun = false;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inRun
                && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                total += reader.Value.Length;
                if (total > MostText)
                    throw new InvalidDataException("The text unpacks to more than an article can hold.");
                text.Append(reader.Value);
                continue;
            }

            inRun = reader.NodeType == XmlNodeType.Element && reader.LocalName == "t" && !reader.IsEmptyElement;
            if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "p")
            {
                Flush(draft, text, ref kind);
                continue;
            }

            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "p" when !reader.IsEmptyElement:
                    // A text box holds paragraphs within a paragraph: what stood before it is a paragraph of its own.
                    Flush(draft, text, ref kind);
                    break;
                case "pStyle" when IsHeading(reader.GetAttribute("val", reader.NamespaceURI)):
                    kind = PassageKind.Heading;
                    break;
                case "numPr":
                    kind = PassageKind.ListItem;
                    break;
                case "tab" or "br" or "cr":
                    text.Append(' ');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
            }
        }

        Flush(draft, text, ref kind);
    }

    private static bool IsHeading(string? style)
        => style is not null && Array.Exists(HeadingStyles, h => style.StartsWith(h, StringComparison.OrdinalIgnoreCase));

    private static void Flush(ArticleBuilder draft, StringBuilder text, ref PassageKind kind)
    {
        var folded = CleanText.Fold(text.ToString());
        if (folded.Length > 0)
            draft.Passages.Add(new Passage(folded, kind));
        text.Clear();
        kind = PassageKind.Paragraph;
    }

    private static void ReadProperties(ZipArchiveEntry core, ArticleBuilder draft, CancellationToken cancellationToken)
    {
        using var stream = core.Open();
        using var reader = XmlReader.Create(stream, Settings);
        var name = "";
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
                name = reader.LocalName;
            else if (reader.NodeType == XmlNodeType.EndElement)
                name = "";
            else if (reader.NodeType == XmlNodeType.Text)
                SetProperty(draft, name, CleanText.Fold(reader.Value));
        }
    }

    private static void SetProperty(ArticleBuilder draft, string name, string value)
    {
        if (value.Length is 0 or > 400)
            return;
        if (name == "title")
            draft.Title = value;
        else if (name == "language")
            draft.Language = value;
        else if (name == "creator")
            draft.Authors.AddRange(Metadata.AuthorNames.Parse(value));
    }
}
