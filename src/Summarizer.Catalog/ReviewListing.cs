using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;

namespace Summarizer.Catalog;

/// <summary>Brings the database in line with the container of reviews: one call for each 5,000, and one for each that changed.</summary>
internal sealed class ReviewListing(CatalogCore core, ReviewStore reviews)
{
    /// <summary>Reviews read and written at a time.</summary>
    private const int Batch = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var known = await core.Database.ReadAsync(
            s => s.Rows(Sql.ReviewVersions, r => KeyValuePair.Create(r.GetString(0), r.GetString(1))), cancellationToken)
            .ConfigureAwait(false);
        var versions = new Dictionary<string, string>(known, StringComparer.Ordinal);
        var changed = new List<string>();
        await foreach (var (blob, etag) in reviews.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!versions.Remove(blob, out var version) || version != ArticleStore.Plain(etag))
                changed.Add(blob);
        }

        foreach (var batch in changed.Chunk(Batch))
        {
            var read = await Task.WhenAll(batch.Select(b => reviews.ReadBlobAsync(b, cancellationToken))).ConfigureAwait(false);
            await core.Writer.ApplyAsync(
                [.. batch.Zip(read, (b, r) => new CatalogWork.Judged(b, r is null ? null : ArticleStore.Plain(r.ETag), r?.Review))],
                cancellationToken).ConfigureAwait(false);
        }

        await core.Writer.ApplyAsync([.. versions.Keys.Select(b => new CatalogWork.Judged(b, null, null))], cancellationToken)
            .ConfigureAwait(false);
    }
}
