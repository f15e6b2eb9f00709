using Summarizer.Telemetry;

namespace Summarizer.Storage;

/// <summary>Writes a result so that an older reading never replaces a newer one, and two workers leave one result.</summary>
internal sealed class ResultWriter(ArticleStore articles, ResultStore results)
{
    /// <summary>One call when there is no result yet; otherwise the article's present version decides.</summary>
    public async Task<Writing> WriteAsync(ArticleResult result, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Write);
        if (await results.TryWriteAsync(result, replaces: null, cancellationToken).ConfigureAwait(false))
            return Writing.Written;

        while (true)
        {
            var existing = await results.ReadAsync(result.Name, cancellationToken).ConfigureAwait(false);
            if (existing?.ArticleETag == result.Source.ETag && !Improves(result, existing))
                return Writing.AlreadyThere;

            // An upload that came after this reading has a reading of its own on the way.
            if (await articles.ETagAsync(result.Name, cancellationToken).ConfigureAwait(false) != result.Source.ETag)
                return Writing.Superseded;
            if (await results.TryWriteAsync(result, existing?.ETag, cancellationToken).ConfigureAwait(false))
                return Writing.Written;
        }
    }

    /// <summary>Writes a result anew although its article did not change; a failure or a stand-in takes the place of nothing better.</summary>
    public async Task<Writing> ReplaceAsync(ArticleResult result, CancellationToken cancellationToken)
    {
        while (true)
        {
            var existing = await results.ReadAsync(result.Name, cancellationToken).ConfigureAwait(false);
            if (existing?.ArticleETag == result.Source.ETag && IsWorse(result, existing))
                return Writing.AlreadyThere;
            if (await articles.ETagAsync(result.Name, cancellationToken).ConfigureAwait(false) != result.Source.ETag)
                return Writing.Superseded;
            if (await results.TryWriteAsync(result, existing?.ETag, cancellationToken).ConfigureAwait(false))
                return Writing.Written;
        }
    }

    private static bool IsWorse(ArticleResult result, StoredResult existing)
        => (result.Status == ArticleStatus.Failed || result.Engine.Fallback)
           && existing.Parse() is { Status: ArticleStatus.Succeeded, Engine.Fallback: false };

    private static bool Improves(ArticleResult result, StoredResult existing)
        => result.Status == ArticleStatus.Succeeded && existing.Parse()?.Status != ArticleStatus.Succeeded;
}

/// <summary>How the writing of a result ended.</summary>
internal enum Writing
{
    Written,

    /// <summary>Another worker wrote the result of the very same version.</summary>
    AlreadyThere,

    /// <summary>The article was replaced or removed meanwhile.</summary>
    Superseded,
}
