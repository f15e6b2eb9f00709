using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Limits;
using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>The day's token budget of all workers on one storage account: a number in a blob, changed only on the condition that nobody else did.</summary>
/// <remarks>A worker that dies between reserving and settling leaves its reservation spent: the cap holds, a little early.</remarks>
internal sealed class StoredTokenBudget(StorageAccount account, IOptions<OpenAIOptions> options, TimeProvider time)
    : ITokenBudget, IDisposable
{
    /// <summary>Calls of one process take turns, so that they do not make each other's conditions fail.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public async ValueTask<TokenGrant> ReserveAsync(long tokens, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (options.Value.DailyTokenBudget is not { } most)
            return new TokenGrant(true, today, tokens, TimeSpan.Zero);
        var granted = await ChangeAsync(today, spent => spent + tokens <= most ? spent + tokens : null, cancellationToken)
            .ConfigureAwait(false);
        return granted ? new TokenGrant(true, today, tokens, TimeSpan.Zero) : TokenGrant.Until(now);
    }

    public async ValueTask SettleAsync(TokenGrant grant, long used, CancellationToken cancellationToken)
    {
        if (options.Value.DailyTokenBudget is not null && used != grant.Tokens)
            await ChangeAsync(grant.Day, spent => Math.Max(0, spent + used - grant.Tokens), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Changes the day's number; false when <paramref name="change"/> declines.</summary>
    private async Task<bool> ChangeAsync(DateOnly day, Func<long, long?> change, CancellationToken cancellationToken)
    {
        var blob = account.Work.GetBlobClient($"budget/{day:yyyy-MM-dd}");
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                var (spent, etag) = await ReadAsync(blob, cancellationToken).ConfigureAwait(false);
                if (change(spent) is not { } next)
                    return false;
                if (await TryWriteAsync(blob, next, etag, cancellationToken).ConfigureAwait(false))
                    return true;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<(long Spent, ETag? ETag)> ReadAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult stored = await blob.DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return (long.Parse(stored.Content.ToString(), CultureInfo.InvariantCulture), stored.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return (0, null);
        }
    }

    private static async Task<bool> TryWriteAsync(BlobClient blob, long spent, ETag? replaces, CancellationToken cancellationToken)
    {
        var conditions = replaces is { } etag
            ? new BlobRequestConditions { IfMatch = etag }
            : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(
                BinaryData.FromString(spent.ToString(CultureInfo.InvariantCulture)),
                new BlobUploadOptions { Conditions = conditions },
                cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
