using Azure;
using Microsoft.Extensions.Logging;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Storage;

namespace Summarizer.Catalog;

/// <summary>Reads the texts of results that other processes wrote, so that they can be searched: in the background, until none is
/// left.</summary>
internal sealed partial class TextFill(CatalogSource source, ILogger logger)
{
    /// <summary>Results read at once.</summary>
    private const int ParallelReads = 4;

    /// <summary>Results whose texts are written together.</summary>
    private const int Page = 64;

    /// <summary>Reads what has not been read; a result that is gone or changed meanwhile is left to the next listing.</summary>
    public async Task RunAsync(CatalogCore core, CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var page = await core.Database.ReadAsync(
                s => s.Rows(
                    Sql.Unread, r => (Id: r.GetInt64(0), Name: r.GetString(1), Blob: r.GetString(2), ETag: r.GetString(3)),
                    ("$after", after), ("$limit", Page)),
                cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
                return;
            after = page[^1].Id;
            var texts = new CatalogWork.TextRead?[page.Count];
            await Parallel.ForAsync(
                0, page.Count,
                new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellationToken },
                async (i, token) => texts[i] = await ReadAsync(page[i].Id, page[i].Name, page[i].Blob, page[i].ETag, token)
                    .ConfigureAwait(false)).ConfigureAwait(false);
            await core.Writer.ApplyAsync([.. texts.OfType<CatalogWork.TextRead>()], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<CatalogWork.TextRead?> ReadAsync(long id, string name, string blob, string etag, CancellationToken cancellationToken)
    {
        try
        {
            if (await source.Results.ReadBlobAsync(blob, cancellationToken).ConfigureAwait(false) is not { } stored
                || ArticleStore.Plain(stored.ETag) != etag)
                return null;
            if (stored.Parse() is { } result)
                return new CatalogWork.TextRead(id, etag, result.Article?.Text);
            Log.Unreadable(logger, name);
            return new CatalogWork.TextRead(id, etag, null);
        }
        catch (RequestFailedException e) when (e.Status is > 0 and < 500)
        {
            Log.Unreadable(logger, name);
            return new CatalogWork.TextRead(id, etag, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The text of {Name} cannot be searched, as its result cannot be read; rerun the article.")]
        public static partial void Unreadable(ILogger logger, string name);
    }
}
