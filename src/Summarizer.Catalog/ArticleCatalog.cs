using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Summarizer.Storage;
using Summarizer.Storage.Removals;
using Summarizer.Telemetry;

namespace Summarizer.Catalog;

/// <summary>Answers lists, searches and stance questions from memory, and keeps that memory true to the containers.</summary>
/// <remarks>
/// <para>What is kept, and where. A result's entry lies in its own blob's metadata and is written by the very call that
/// writes the result: no call is added to an article's way, and an entry can neither be lost, nor half written, nor stand
/// there twice. What is kept beside it is order, and that is memory: each process builds it from one listing (a call for
/// each 5,000 results) when it is first asked, and throws it away when it ends. So there is no shared file that
/// processes would have to agree on, which is what makes it work in stateless instances of Azure Functions too.</para>
/// <para>How it stays true. What this process writes counts at once. What others write is found by listing names and ETags
/// when somebody asks: at most 5 % of the time goes into that, as into the watcher's listing, so that an answer may be
/// behind by twenty times one listing (below a second for a thousand results, some ten seconds for 10,000 on Azure), but
/// by a minute at most; a listing that fails is tried again by the next question. A question waits for a listing that takes
/// <see cref="RefreshWait"/> or less.</para>
/// <para>About 1.5 KB of memory a result, and 0.6 KB for each name that articles give to targets.</para>
/// </remarks>
public sealed partial class ArticleCatalog : IDisposable
{
    private const int PauseFactor = 19;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>How long a question waits for news from the containers before it takes what is known.</summary>
    private static readonly TimeSpan RefreshWait = TimeSpan.FromMilliseconds(100);

    private readonly CatalogSource initial;
    private readonly CatalogSource polled;
    private readonly StoreChanges changes;
    private readonly TimeProvider time;
    private readonly ILogger<ArticleCatalog> logger;
    private readonly Lock gate = new();
    private readonly CatalogState book;
    private readonly ChangeFeed news = new();
    private readonly QueryCache answers;
    private readonly CancellationTokenSource stopping = new();
    private Task? refresh;
    private bool built;
    private long refreshedAt;
    private TimeSpan pause;

    /// <param name="initial">For the first listing: a request waits for it.</param>
    /// <param name="polled">For every later one: what is known serves meanwhile, and the next question looks again.</param>
    /// <param name="removals">What this process removed.</param>
    /// <param name="changes">What this process writes.</param>
    /// <param name="time">Paces the listings.</param>
    /// <param name="logger">Told of listings that fail.</param>
    public ArticleCatalog(
        [FromKeyedServices(StorageUse.Interactive)] CatalogSource initial,
        [FromKeyedServices(StorageUse.Polling)] CatalogSource polled,
        RecentRemovals removals,
        StoreChanges changes,
        TimeProvider time,
        ILogger<ArticleCatalog> logger)
    {
        ArgumentNullException.ThrowIfNull(removals);
        (this.initial, this.polled, this.changes, this.time, this.logger) = (initial, polled, changes, time, logger);
        book = new CatalogState(removals.Contains, LeaveOut);
        answers = new QueryCache(time);
        changes.Changed += OnChanged;
    }

    /// <summary>Asks a question of what is known now, after a look at what others may have changed.</summary>
    /// <exception cref="Azure.RequestFailedException">Nothing is known yet, and storage does not answer.</exception>
    internal async Task<T> AskAsync<T>(Func<CatalogTable, T> question, CancellationToken cancellationToken)
    {
        await FreshenAsync(cancellationToken).ConfigureAwait(false);
        lock (gate)
            return question(book.Table);
    }

    /// <summary>As <see cref="AskAsync{T}"/>, for a question whose answer walks many articles.</summary>
    /// <param name="name">The question, with the equality of its values.</param>
    /// <param name="question">Finds the answer.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal Task<T> AskDearAsync<T>(object name, Func<CatalogTable, T> question, CancellationToken cancellationToken)
        where T : class
        => AskAsync(table => answers.Get(name, table.Version, () => question(table)), cancellationToken);

    /// <summary>Looks for what other processes changed, if it is time to.</summary>
    public async Task FreshenAsync(CancellationToken cancellationToken)
    {
        Task running;
        bool first;
        lock (gate)
        {
            first = !built;
            if (refresh is null)
            {
                if (built && time.GetElapsedTime(refreshedAt) < pause)
                    return;
                book.BeginListing();
                refresh = Task.Run(RefreshAsync, CancellationToken.None);
            }

            running = refresh;
        }

        if (first)
            await running.WaitAsync(cancellationToken).ConfigureAwait(false);
        else
            await running.WaitAsync(RefreshWait, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Follows every change from now on; dispose it to stop.</summary>
    public ChangeSubscription Subscribe() => news.Subscribe();

    public void Dispose()
    {
        changes.Changed -= OnChanged;
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RefreshAsync()
    {
        var started = time.GetTimestamp();
        var succeeded = false;
        var source = built ? polled : initial;
        var listing = new ResultListing(source.Account, source.Results, LeaveOut);
        try
        {
            var versions = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var (name, etag) in source.Articles.ListAsync(stopping.Token).ConfigureAwait(false))
                versions[name] = etag;
            var (etags, changed) = await listing.ReadAsync(book.ResultETags, stopping.Token).ConfigureAwait(false);
            bool hasOrphans;
            lock (gate)
                hasOrphans = book.HasOrphans(versions, changed);
            IReadOnlySet<string> removed = hasOrphans
                ? await source.Tombstones.ListAsync(stopping.Token).ConfigureAwait(false)
                : new HashSet<string>();
            lock (gate)
            {
                // The first build is no news: nobody could have seen anything else before.
                var told = book.EndListing(versions, etags, removed, changed);
                if (built)
                    news.Tell(told);
                built = true;
            }

            succeeded = true;
        }
        catch (Exception e) when (e is not OperationCanceledException && built)
        {
            // What is known still serves; the next request refreshes it.
            Log.RefreshFailed(logger, e);
        }
        finally
        {
            lock (gate)
            {
                var took = time.GetElapsedTime(started);
                (refresh, refreshedAt) = (null, time.GetTimestamp());
                pause = succeeded
                    ? TimeSpan.FromTicks(Math.Clamp((took * PauseFactor).Ticks, ShortestPause.Ticks, LongestPause.Ticks))
                    : ShortestPause;
            }
        }
    }

    private void LeaveOut(string name, Exception reason) => Log.LeftOut(logger, name, ExceptionOutline.From(reason));

    private void OnChanged(StoreChange change)
    {
        lock (gate)
        {
            if (built || refresh is not null)
                news.Tell(book.Note(change));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The containers could not be listed; lists show what is known.")]
        public static partial void RefreshFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "{Name} is left out of lists, as its entry cannot be read: {Fault}")]
        public static partial void LeftOut(ILogger logger, string name, string fault);
    }
}
