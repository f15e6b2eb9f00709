using System.Text;
using Summarizer.Reading.BoilerplateRemoval;
using Summarizer.Reading.Charsets;
using Summarizer.Reading.Formats;
using Summarizer.Reading.Html;
using Summarizer.Text;

namespace Summarizer.Reading;

/// <summary>Bytes to article: format, charset, metadata, and the text without boilerplate.</summary>
public sealed class ArticleReader
{
    /// <summary>Reads any upload; bad input is an answer, never an exception.</summary>
    public ArticleReading Read(Upload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        cancellationToken.ThrowIfCancellationRequested();
        var content = upload.Content.Span;
        if (content.IsEmpty)
            return Empty(upload, null, null);
        if (UploadFormat.Binary(content) is var (kind, binaryType))
            return Unsupported(upload, kind, binaryType);
        if (UploadFormat.IsZip(content))
            return ReadWord(upload, cancellationToken);
        if (TextDecoder.Decode(content, upload.ContentType) is not var (decoded, charset))
            return Unsupported(upload, "a binary file", "application/octet-stream");

        var text = CleanText.Normalise(decoded);
        var format = UploadFormat.Detect(upload, text);
        var type = TypeOf(format);
        if (string.IsNullOrWhiteSpace(text))
            return Empty(upload, type, charset);
        cancellationToken.ThrowIfCancellationRequested();
        return format switch
        {
            TextFormat.Html => ReadHtml(upload, text, charset, cancellationToken),
            TextFormat.Markdown => Finish(
                upload, WithHeader(MarkdownReader.Read(text, cancellationToken), cancellationToken), type, charset),
            _ => Finish(upload, WithHeader(PlainTextReader.Read(text, cancellationToken), cancellationToken), type, charset),
        };
    }

    private static ArticleReading ReadWord(Upload upload, CancellationToken cancellationToken)
        => WordReader.Read(upload.Content, cancellationToken) switch
        {
            { Draft: { } draft } => Finish(upload, WithHeader(draft, cancellationToken), UploadFormat.WordType, null),
            { Problem: { } problem } => new ArticleReading.Unreadable(
                FailureCode.Unreadable, $"{Shown(upload)} {problem}", UploadFormat.WordType),
            _ => Unsupported(upload, "a zip archive", "application/zip"),
        };

    private static ArticleReading ReadHtml(Upload upload, string text, string charset, CancellationToken cancellationToken)
        => HtmlReader.Read(text, cancellationToken) is { } draft
            ? Finish(upload, draft, UploadFormat.HtmlType, charset)
            : new ArticleReading.Unreadable(
                FailureCode.Unreadable,
                $"{Shown(upload)} is a web page without an article, such as a list of links or a page filled by scripts; "
                    + "upload the article's own page as a browser saves it.",
                UploadFormat.HtmlType, charset);

    private static ArticleBuilder WithHeader(ArticleBuilder draft, CancellationToken cancellationToken)
    {
        BrokenParagraphs.Rejoin(draft.Passages, cancellationToken);
        HeaderBlock.Take(draft);
        BoilerplateFilter.Apply(draft, cancellationToken);
        return draft;
    }

    private static ArticleReading Finish(Upload upload, ArticleBuilder draft, string type, string? charset)
    {
        var text = Join(draft.Passages);
        if (text.Length == 0)
            return Empty(upload, type, charset);
        var article = new Article
        {
            Title = draft.Title,
            Authors = draft.Authors,
            Publisher = draft.Publisher,
            PublishedOn = draft.PublishedOn,
            Language = LanguageDetector.Detect(text) ?? DeclaredLanguage(draft.Language),
            Text = text,
            Removed = draft.Removed.ToList(),
        };
        return new ArticleReading.Readable(article, type, charset);
    }

    /// <summary>Items of one list stand on lines of their own, everything else in paragraphs.</summary>
    private static string Join(List<Passage> passages)
    {
        if (passages.Count == 1)
            return passages[0].Text;
        var text = new StringBuilder(passages.Sum(p => p.Text.Length + 2));
        for (var i = 0; i < passages.Count; i++)
        {
            if (i > 0)
                text.Append(passages[i].Kind == PassageKind.ListItem && passages[i - 1].Kind == PassageKind.ListItem ? "\n" : "\n\n");
            text.Append(passages[i].Text);
        }

        return text.ToString();
    }

    private static string? DeclaredLanguage(string? declared)
    {
        var code = declared?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code is { Length: 2 } && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    private static string TypeOf(TextFormat format) => format switch
    {
        TextFormat.Html => UploadFormat.HtmlType,
        TextFormat.Markdown => UploadFormat.MarkdownType,
        _ => UploadFormat.PlainType,
    };

    /// <summary>The name as a message can hold it; storage takes any.</summary>
    private static string Shown(Upload upload) => CleanText.Fold(upload.Name);

    private static ArticleReading.Unreadable Empty(Upload upload, string? type, string? charset)
        => new(FailureCode.Empty, $"{Shown(upload)} holds no text; upload the article itself.", type, charset);

    private static ArticleReading.Unreadable Unsupported(Upload upload, string kind, string type)
        => new(FailureCode.UnsupportedFormat, $"{Shown(upload)} is {kind}; upload plain text, Markdown, HTML or .docx.", type);
}
