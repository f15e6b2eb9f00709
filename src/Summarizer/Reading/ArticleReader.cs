using System.Text;

namespace Summarizer.Reading;

/// <summary>Bytes to article: charset, format, metadata, and the text without boilerplate.</summary>
public sealed class ArticleReader
{
    /// <summary>Reads any upload; bad input is an answer, never an exception.</summary>
    public ArticleReading Read(Upload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        cancellationToken.ThrowIfCancellationRequested();
        var text = Encoding.UTF8.GetString(upload.Content.Span).Trim();
        return text.Length == 0
            ? new ArticleReading.Unreadable(FailureCode.Empty, $"{upload.Name} holds no text; upload the article itself.")
            : new ArticleReading.Readable(new Article { Text = text }, "text/plain", "utf-8");
    }
}
