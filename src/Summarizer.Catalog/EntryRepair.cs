using Azure;
using Azure.Storage.Blobs.Models;
using Summarizer.Storage;

namespace Summarizer.Catalog;

/// <summary>Writes the index entries anew, from the results themselves.</summary>
/// <remarks>For results that came without entries, from an older version or by another writer: they are shown without this too, at
/// one more call each.</remarks>
public sealed class EntryRepair(StorageAccount account, ResultStore results)
{
    private const int Parallel = 16;

    /// <summary>Returns how many results there are, and how many entries were written.</summary>
    /// <param name="everything">Also those whose entry can be read.</param>
    /// <param name="progress">Told of the results looked at, from several threads.</param>
    /// <param name="cancellationToken">Cancels it; what is done stays.</param>
    public async Task<(int Results, int Written)> RunAsync(
        bool everything, Action<int> progress, CancellationToken cancellationToken)
    {
        var (seen, written) = (0, 0);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            account.Results.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
            async (blob, token) =>
            {
                if ((everything || ResultListing.EntryOf(blob.Metadata) is null)
                    && await RepairAsync(blob.Name, token).ConfigureAwait(false))
                    Interlocked.Increment(ref written);
                progress(Interlocked.Increment(ref seen));
            }).ConfigureAwait(false);
        return (seen, written);
    }

    private async Task<bool> RepairAsync(string blob, CancellationToken cancellationToken)
    {
        var stored = await results.ReadBlobAsync(blob, cancellationToken).ConfigureAwait(false);
        if (stored?.Parse() is not { } result || ArticleName.ResultOf(result.Name) != blob)
            return false;
        try
        {
            await account.Results.GetBlobClient(blob).SetMetadataAsync(
                ResultStore.MetadataOf(result), new BlobRequestConditions { IfMatch = stored.ETag }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            // Written anew or removed meanwhile by somebody who knows better, or leased by another program: no reason to end here.
            return false;
        }
    }
}
