using Summarizer.Storage.Removals;

namespace Summarizer.Storage;

/// <summary>The results that may be shown.</summary>
public sealed class ServedResults(ArticleStore articles, ResultStore results, TombstoneStore tombstones)
{
    /// <summary>What stands under a name. Two calls, side by side.</summary>
    public async Task<ServedResult> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var present = articles.ETagAsync(name, cancellationToken);
        var result = await results.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var version = await present.ConfigureAwait(false);
        return new ServedResult(
            version,
            result is not null && await IsServedAsync(name, version, result, cancellationToken).ConfigureAwait(false) ? result : null);
    }

    /// <summary>
    /// A result is served while it is made from the upload that stands there. One whose upload a storage tool took away is
    /// kept; one whose article was removed here may still be written by a worker on another host, and is not shown.
    /// </summary>
    private async Task<bool> IsServedAsync(string name, string? version, StoredResult result, CancellationToken cancellationToken)
        => result.Json.ToMemory().Length > 0
           && (version is not null
               ? version == result.ArticleETag
               : result.Parse()?.Name == name && !await tombstones.ExistsAsync(name, cancellationToken).ConfigureAwait(false));
}

/// <param name="ArticleETag">The upload's version; null when there is no upload.</param>
/// <param name="Result">Null while there is none that may be shown.</param>
public sealed record ServedResult(string? ArticleETag, StoredResult? Result)
{
    /// <summary>Whether nothing stands under the name.</summary>
    public bool IsNothing => this is { ArticleETag: null, Result: null };
}
