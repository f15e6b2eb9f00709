using Azure;
using Azure.Storage.Queues.Models;
using Summarizer.Storage;
using Summarizer.Storage.Removals;

namespace Summarizer.Pipeline.Removals;

/// <summary>Takes an article down with everything derived from it.</summary>
/// <remarks>
/// The tombstone comes first: a message in the queue that has the removal completed a minute later by any worker that receives it,
/// and a note that keeps readers from a result that a worker on another host writes meanwhile. So a removal that began ends,
/// whatever becomes of the client, of this process or of the storage in between.
/// </remarks>
public sealed class ArticleRemoval(
    ArticleStore articles,
    ResultStore results,
    TombstoneStore tombstones,
    RemovalSteps steps,
    RecentRemovals recent,
    RetryQueue queue,
    IArticleDispatcher dispatcher,
    TimeProvider time)
{
    /// <summary>How long one request may take; what is left undone then is left to the tombstone.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Removes article, result and notes, and goes on when the client is gone.</summary>
    /// <param name="name">The article.</param>
    /// <param name="condition">Under which it is removed.</param>
    public async Task<RemovalOutcome> RemoveAsync(string name, WriteCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var limit = new CancellationTokenSource(Limit, time);
        while (true)
        {
            var standing = await ArticleStanding.ReadAsync(name, articles, results, limit.Token).ConfigureAwait(false);
            if (!condition.IsMetBy(standing))
                return RemovalOutcome.ConditionNotMet;
            if (standing is { ArticleETag: null, Result: null })
                return RemovalOutcome.NotFound;

            if (await RemoveAsync(name, standing, limit.Token).ConfigureAwait(false))
                return RemovalOutcome.Removed;
            // Replaced in between: the condition may hold of the newer version too.
        }
    }

    /// <summary>False when the upload was replaced in between.</summary>
    private async Task<bool> RemoveAsync(string name, ArticleStanding standing, CancellationToken cancellationToken)
    {
        var version = standing.ArticleETag;
        recent.Add(name, version);
        var message = new RetryMessage(name, version, 1, IsTombstone: true);
        var tombstone = await queue.SendAsync(message, TombstoneStore.Delay, cancellationToken).ConfigureAwait(false);
        await tombstones.WriteAsync(name, cancellationToken).ConfigureAwait(false);
        try
        {
            if (version is not null && !await articles.DeleteAsync(name, version, cancellationToken).ConfigureAwait(false))
            {
                await RevokeAsync(name, tombstone, cancellationToken).ConfigureAwait(false);
                return false;
            }
        }
        catch (RequestFailedException e) when (e.Status is >= 400 and < 500)
        {
            // Refused, as for a lease: the client is told so, and it must not happen a minute later all the same.
            await RevokeAsync(name, tombstone, cancellationToken).ConfigureAwait(false);
            throw;
        }

        await dispatcher.WithdrawAsync(name, cancellationToken).ConfigureAwait(false);
        await steps.RemoveDerivedAsync(name, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task RevokeAsync(string name, SendReceipt tombstone, CancellationToken cancellationToken)
    {
        recent.Forget(name);
        await queue.RecallAsync(tombstone, cancellationToken).ConfigureAwait(false);
        await tombstones.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>How a removal ended.</summary>
public enum RemovalOutcome
{
    Removed,

    /// <summary>There was nothing under that name.</summary>
    NotFound,

    /// <summary>Something else stands there than the client had seen; nothing was changed.</summary>
    ConditionNotMet,
}
