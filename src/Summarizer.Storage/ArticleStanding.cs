using Azure;

namespace Summarizer.Storage;

/// <summary>What stands under a name now.</summary>
/// <param name="ArticleETag">The upload's version, without quotation marks; null when there is no upload.</param>
/// <param name="Result">The result's version; null when there is no result.</param>
/// <param name="MadeFrom">The upload's version that the result was made from.</param>
public sealed record ArticleStanding(string? ArticleETag, ETag? Result, string? MadeFrom)
{
    /// <summary>Two calls, side by side.</summary>
    internal static async Task<ArticleStanding> ReadAsync(
        string name, ArticleStore articles, ResultStore results, CancellationToken cancellationToken)
    {
        var article = articles.ETagAsync(name, cancellationToken);
        var result = await results.VersionAsync(name, cancellationToken).ConfigureAwait(false);
        return new ArticleStanding(await article.ConfigureAwait(false), result?.ETag, result?.ArticleETag);
    }
}
