using Summarizer.Pipeline.Removals;
using Summarizer.Storage;
using Summarizer.Storage.Removals;
using Summarizer.Telemetry;

namespace Summarizer.Pipeline;

/// <summary>Writes a result so that an older reading never replaces a newer one, and two workers leave one result.</summary>
public sealed class ResultWriter(
    ArticleStore articles, ResultStore results, RemovalSteps removal, RecentRemovals removed, TimeProvider time)
{
    /// <summary>A tombstone is looked at later than this after the removal; a worker that takes longer looks at the article once
    /// more.</summary>
    private static readonly TimeSpan Prompt = TombstoneStore.Delay / 2;

    /// <summary>One call when there is no result yet; otherwise the article's present version decides.</summary>
    /// <param name="result">The result.</param>
    /// <param name="loadedAt">The timestamp of the article's loading.</param>
    /// <param name="replaces">Whether a standing result of the same version is replaced, unless that is better.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    internal async Task<WriteOutcome> WriteAsync(ArticleResult result, long loadedAt, bool replaces, CancellationToken cancellationToken)
    {
        using var span = ArticleTrace.Stage(ArticleTrace.Write);
        var writing = !replaces && await results.TryWriteAsync(result, replaces: null, cancellationToken).ConfigureAwait(false)
            ? WriteOutcome.Written
            : await WriteOverAsync(result, replaces, cancellationToken).ConfigureAwait(false);
        return replaces || removed.Contains(result.Name, result.Source.ETag) || time.GetElapsedTime(loadedAt) >= Prompt
            ? await TakeBackAsync(result, writing, cancellationToken).ConfigureAwait(false)
            : writing;
    }

    /// <summary>Takes a result back whose article was removed while it was made.</summary>
    private async Task<WriteOutcome> TakeBackAsync(ArticleResult result, WriteOutcome writing, CancellationToken cancellationToken)
    {
        if (writing == WriteOutcome.Superseded
            || await articles.ETagAsync(result.Name, cancellationToken).ConfigureAwait(false) is not null)
            return writing;
        await removal.RemoveResultAsync(result.Name, cancellationToken).ConfigureAwait(false);
        return WriteOutcome.Superseded;
    }

    private async Task<WriteOutcome> WriteOverAsync(ArticleResult result, bool replaces, CancellationToken cancellationToken)
    {
        while (true)
        {
            var existing = await results.ReadAsync(result.Name, cancellationToken).ConfigureAwait(false);
            if (existing?.ArticleETag == result.Source.ETag && (replaces ? IsWorse(result, existing) : !Improves(result, existing)))
                return WriteOutcome.AlreadyThere;

            // An upload that came after this reading has a reading of its own on the way.
            if (await articles.ETagAsync(result.Name, cancellationToken).ConfigureAwait(false) != result.Source.ETag)
                return WriteOutcome.Superseded;
            if (await results.TryWriteAsync(result, existing?.ETag, cancellationToken).ConfigureAwait(false))
                return WriteOutcome.Written;
        }
    }

    private static bool IsWorse(ArticleResult result, StoredResult existing)
        => (result.Status == ArticleStatus.Failed || result.Engine.Fallback)
           && existing.Parse() is { Status: ArticleStatus.Succeeded, Engine.Fallback: false };

    private static bool Improves(ArticleResult result, StoredResult existing)
        => result.Status == ArticleStatus.Succeeded && existing.Parse()?.Status != ArticleStatus.Succeeded;
}

/// <summary>How the writing of a result ended.</summary>
internal enum WriteOutcome
{
    Written,

    /// <summary>Another worker wrote the result of the very same version.</summary>
    AlreadyThere,

    /// <summary>The article was replaced or removed meanwhile.</summary>
    Superseded,
}
