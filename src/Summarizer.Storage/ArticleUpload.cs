namespace Summarizer.Storage;

/// <summary>Stores an upload under a condition.</summary>
public sealed class ArticleUpload(ArticleStore articles, ResultStore results)
{
    /// <summary>Stores an upload and returns its version; null when the condition is not met.</summary>
    /// <param name="name">The article.</param>
    /// <param name="content">The upload.</param>
    /// <param name="contentType">As declared; null when it was not.</param>
    /// <param name="condition">Looked at with the state that the storage itself then insists on, so that nobody writes in between.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    public async Task<string?> WriteAsync(
        string name, ReadOnlyMemory<byte> content, string? contentType, WriteCondition condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        if (condition.IsNone)
            return await articles.WriteAsync(name, content, contentType, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var standing = await ArticleStanding.ReadAsync(name, articles, results, cancellationToken).ConfigureAwait(false);
            if (!condition.IsMetBy(standing))
                return null;
            if (await articles.TryWriteAsync(name, content, contentType, standing.ArticleETag, cancellationToken)
                    .ConfigureAwait(false) is { } version)
                return version;
        }
    }
}
