using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Removals;

namespace Summarizer.Catalog;

/// <summary>Brings the database in line with the containers: one look at all of them.</summary>
/// <remarks>
/// One call for each 5,000 articles and results, and one for each result that changed. Where nothing is known yet, the listing itself
/// brings the entries along in the results' metadata, and each page of it can be asked for as soon as it is written.
/// </remarks>
/// <param name="core">The database.</param>
/// <param name="source">The containers.</param>
/// <param name="leftOut">Told of results that cannot be read.</param>
internal sealed class ContainerListing(CatalogCore core, CatalogSource source, Action<string, Exception> leftOut)
{
    /// <summary>Blobs compared and written at a time: those of one call.</summary>
    private const int Page = 5_000;

    private readonly ResultListing results = new(source.Account, source.Results, leftOut);
    private readonly HashSet<long> seen = [];
    private readonly HashSet<string> strangers = new(StringComparer.Ordinal);
    private long last;

    /// <summary>Takes over everything.</summary>
    /// <param name="pageTaken">Told when a first page is written and more follow.</param>
    /// <param name="cancellationToken">Cancels it; what is taken over stays.</param>
    /// <returns>The keys of the articles that were removed a short while ago, for the next time.</returns>
    public async Task RunAsync(Action pageTaken, RemovedArticles removed, CancellationToken cancellationToken)
    {
        last = await core.Database.ReadAsync(s => s.Number(Sql.LastArticle), cancellationToken).ConfigureAwait(false);
        if (core.IsKnown)
        {
            await UploadsAsync(cancellationToken).ConfigureAwait(false);
            await ChangedResultsAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Results first: articles that have one are not shown as waiting meanwhile.
            await AllResultsAsync(pageTaken, _ => true, cancellationToken).ConfigureAwait(false);
            await UploadsAsync(cancellationToken).ConfigureAwait(false);
        }

        await new ReviewListing(core, source.Reviews).RunAsync(cancellationToken).ConfigureAwait(false);
        if (await core.Database.ReadAsync(s => s.Number(Sql.HasOrphans) > 0, cancellationToken).ConfigureAwait(false)
            && removed.Replace(await source.Tombstones.ListAsync(cancellationToken).ConfigureAwait(false)))
            await OrphansAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task UploadsAsync(CancellationToken cancellationToken)
    {
        seen.Clear();
        await foreach (var page in source.Articles.ListAsync(cancellationToken).Chunk(Page).ConfigureAwait(false))
        {
            var work = await core.Database.ReadAsync(s => ChangedUploads(s, page), cancellationToken).ConfigureAwait(false);
            await core.Writer.ApplyAsync(work, cancellationToken).ConfigureAwait(false);
        }

        var gone = await GoneAsync(Sql.UploadIds, cancellationToken).ConfigureAwait(false);
        await core.Writer.ApplyAsync([.. gone.Select(n => new CatalogWork.Upload(n, null))], cancellationToken).ConfigureAwait(false);
    }

    private List<CatalogWork> ChangedUploads(Session session, ArticleVersion[] page)
    {
        var work = new List<CatalogWork>();
        foreach (var (name, etag) in page)
        {
            if (session.Rows(Sql.UploadVersion, Known, ("$name", name)) is [var (id, version)])
            {
                seen.Add(id);
                if (version == etag)
                    continue;
            }

            work.Add(new CatalogWork.Upload(name, etag));
        }

        return work;
    }

    private async Task ChangedResultsAsync(CancellationToken cancellationToken)
    {
        seen.Clear();
        strangers.Clear();
        var changed = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var page in results.ListAsync(cancellationToken).Chunk(Page).ConfigureAwait(false))
        {
            await core.Database.ReadAsync(
                s =>
                {
                    foreach (var (blob, etag) in page)
                    {
                        if (IsChanged(s, blob, etag))
                            changed[blob] = etag;
                    }

                    return changed.Count;
                },
                cancellationToken).ConfigureAwait(false);
        }

        if (changed.Count > ResultListing.MaxReads)
            await AllResultsAsync(static () => { }, changed.ContainsKey, cancellationToken).ConfigureAwait(false);
        else
            await TakeAsync([.. changed.Select(c => (c.Key, c.Value, (ResultEntry?)null))], cancellationToken).ConfigureAwait(false);
        await SweepAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task AllResultsAsync(Action pageTaken, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        await foreach (var page in results.ListEntriesAsync(cancellationToken)
            .Where(r => isWanted(r.Blob)).Chunk(Page).ConfigureAwait(false))
        {
            await TakeAsync(page, cancellationToken).ConfigureAwait(false);
            if (page.Length == Page)
                pageTaken();
        }
    }

    private async Task TakeAsync(IReadOnlyList<(string Blob, string ETag, ResultEntry? Entry)> page, CancellationToken cancellationToken)
    {
        string[] bare = [.. page.Where(p => p.Entry is null).Select(p => p.Blob)];
        var read = await results.ReadEntriesAsync(bare, cancellationToken).ConfigureAwait(false);
        var entries = bare.Zip(read).ToDictionary(b => b.First, b => b.Second, StringComparer.Ordinal);
        await core.Writer.ApplyAsync(
            [.. page.Select(p => WorkOf(p.Blob, p.ETag, ResultListing.Own(p.Blob, p.Entry ?? entries.GetValueOrDefault(p.Blob))))],
            cancellationToken).ConfigureAwait(false);
    }

    private static CatalogWork WorkOf(string blob, string etag, ResultEntry? entry) => entry is null
        ? new CatalogWork.Stranger(blob, etag)
        : new CatalogWork.Result(entry.Item.Name, etag, entry, null);

    private bool IsChanged(Session session, string blob, string etag)
    {
        if ((string?)session.Value(Sql.StrangerVersion, ("$blob", blob)) is { } known)
        {
            strangers.Add(blob);
            return known != etag;
        }

        var row = ArticleRow.NameOf(blob) is { } name
            ? session.Rows(Sql.ResultVersion, Known, ("$name", name))
            : session.Rows(Sql.ResultVersionOfBlob, Known, ("$blob", blob));
        if (row is not [var (id, version)])
            return true;
        seen.Add(id);
        return version != etag;
    }

    /// <summary>What stands in the database and no longer in the container.</summary>
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var gone = await GoneAsync(Sql.ResultIds, cancellationToken).ConfigureAwait(false);
        var left = await core.Database.ReadAsync(s => s.Rows(Sql.Strangers, r => r.GetString(0)), cancellationToken).ConfigureAwait(false);
        await core.Writer.ApplyAsync(
            [
                .. gone.Select(n => new CatalogWork.Result(n, null, null, null)),
                .. left.Where(b => !strangers.Contains(b)).Select(b => new CatalogWork.Stranger(b, null)),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    private Task<List<string>> GoneAsync(string ids, CancellationToken cancellationToken) => core.Database.ReadAsync(
        session =>
        {
            var gone = new List<string>();
            session.Each(
                ids,
                row =>
                {
                    if (!seen.Contains(row.GetInt64(0)))
                        gone.Add(row.GetString(1));
                },
                ("$last", last));
            return gone;
        },
        cancellationToken);

    private async Task OrphansAsync(CancellationToken cancellationToken)
    {
        var names = await core.Database.ReadAsync(s => s.Rows(Sql.Orphans, r => r.GetString(0)), cancellationToken).ConfigureAwait(false);
        await core.Writer.ApplyAsync([.. names.Select(n => new CatalogWork.Orphan(n))], cancellationToken).ConfigureAwait(false);
    }

    private static (long Id, string? Version) Known(Microsoft.Data.Sqlite.SqliteDataReader row)
        => (row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1));
}

/// <summary>The articles that any host removed a short while ago, as the last listing found them.</summary>
/// <param name="isRemovedHere">Whether this process removed it.</param>
internal sealed class RemovedArticles(Func<string, bool> isRemovedHere)
{
    private IReadOnlySet<string> keys = new HashSet<string>();

    public bool Contains(string name)
    {
        var known = Volatile.Read(ref keys);
        return isRemovedHere(name) || (known.Count > 0 && known.Contains(TombstoneStore.KeyOf(name)));
    }

    /// <summary>Returns whether articles without an upload have to be looked at anew.</summary>
    public bool Replace(IReadOnlySet<string> found) => found.Count + Interlocked.Exchange(ref keys, found).Count > 0;
}
