using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Storage;
using Summarizer.Storage.Removals;
using Summarizer.Storage.Reviews;

namespace Summarizer.Pipeline.Removals;

/// <summary>What a removal takes away, and what completes one that was cut short.</summary>
public sealed class RemovalSteps(
    ArticleStore articles, ResultStore results, ReviewStore reviews, DeferralStore deferrals, TombstoneStore tombstones, ResultCache cache)
{
    /// <summary>Completes a removal that began some time ago.</summary>
    /// <param name="name">The article.</param>
    /// <param name="version">The version that was removed; null when only a result stood there.</param>
    /// <param name="cancellationToken">Cancels it; the tombstone stands until all is done.</param>
    internal async Task CompleteAsync(string name, string? version, CancellationToken cancellationToken)
    {
        var present = await articles.ETagAsync(name, cancellationToken).ConfigureAwait(false);
        if (present is null
            || (present == version && await articles.DeleteAsync(name, version, cancellationToken).ConfigureAwait(false)))
            await RemoveDerivedAsync(name, cancellationToken).ConfigureAwait(false);
        await tombstones.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes all that was derived from an article that is gone; what was derived from a newer upload stays.</summary>
    internal async Task RemoveDerivedAsync(string name, CancellationToken cancellationToken)
    {
        await cache.ForgetAsync(name, cancellationToken).ConfigureAwait(false);
        await RemoveResultAsync(name, cancellationToken).ConfigureAwait(false);
        await reviews.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
        await deferrals.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes a result unless its article stands there.</summary>
    internal async Task RemoveResultAsync(string name, CancellationToken cancellationToken)
    {
        while (await results.VersionAsync(name, cancellationToken).ConfigureAwait(false) is var (etag, madeFrom))
        {
            if (await articles.ETagAsync(name, cancellationToken).ConfigureAwait(false) is { } present && present == madeFrom)
                return;
            if (await results.TryDeleteAsync(name, etag, cancellationToken).ConfigureAwait(false))
                return;
        }
    }
}
