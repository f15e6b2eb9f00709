using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Writing;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Removals;
using Summarizer.Telemetry;

namespace Summarizer.Catalog;

/// <summary>Answers lists, searches and stance questions from a database, and keeps that true to the containers.</summary>
/// <remarks>
/// <para>What is kept, and where. A result's entry lies in its own blob's metadata and is written by the very call that writes the
/// result: no call is added to an article's way, and an entry can neither be lost, nor half written, nor stand there twice. What is
/// kept beside it is a database of this process alone (<see cref="CatalogFile"/>): order, words, targets. It goes on where it stopped
/// when the process starts again, and is made anew where it is missing, damaged or of another version; in memory where no file is to
/// be had. So there is nothing that processes would have to agree on, which is what makes it work in stateless instances of Azure
/// Functions too.</para>
/// <para>How it stays true. What this process writes counts at once. What others write is found by listing names and ETags
/// when somebody asks: at most 5 % of the time goes into that, as into the watcher's listing, so that an answer may be
/// behind by twenty times one listing (below a second for a thousand results, some ten seconds for 10,000 on Azure), but
/// by a minute at most; a listing that fails is tried again by the next question. A question waits for a listing that takes
/// <see cref="RefreshWait"/> or less; the very first waits for all, or for the first 5,000 where there are more.</para>
/// </remarks>
public sealed partial class ArticleCatalog : IAsyncDisposable
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
    private readonly ChangeFeed news = new();
    private readonly RemovedArticles removed;
    private readonly CoreHolder cores;
    private readonly TextFill texts;
    private readonly CancellationTokenSource stopping = new();
    private Task? refresh;
    private CatalogCore? refreshed;
    private Task filling = Task.CompletedTask;
    private TaskCompletionSource pageTaken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool asked;
    private long refreshedAt;
    private TimeSpan pause;

    /// <param name="initial">For the first listing: a request waits for it.</param>
    /// <param name="polled">For every later one: what is known serves meanwhile, and the next question looks again.</param>
    /// <param name="removals">What this process removed.</param>
    /// <param name="changes">What this process writes.</param>
    /// <param name="options">Where the file lies.</param>
    /// <param name="time">Paces the listings.</param>
    /// <param name="logger">Told of listings that fail, and of a file that cannot be used.</param>
    public ArticleCatalog(
        [FromKeyedServices(StorageUse.Interactive)] CatalogSource initial,
        [FromKeyedServices(StorageUse.Polling)] CatalogSource polled,
        RecentRemovals removals,
        StoreChanges changes,
        IOptions<CatalogOptions> options,
        TimeProvider time,
        ILogger<ArticleCatalog> logger)
    {
        ArgumentNullException.ThrowIfNull(removals);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(initial);
        (this.initial, this.polled, this.changes, this.time, this.logger) = (initial, polled, changes, time, logger);
        removed = new RemovedArticles(removals.Contains);
        texts = new TextFill(polled, logger);
        cores = new CoreHolder(
            () => CatalogFile.Take(options.Value.Folder, initial.Account.Articles.AccountName, initial.Account.Articles.Uri),
            (core, failed) => new CatalogWriter(core.Database, core.Targets, removed.Contains, LeaveOut, n => Tell(core, n), failed),
            logger);
        Cache = new QueryCache(time);
        changes.Changed += OnChanged;
    }

    /// <summary>Why lists live in memory though a file was wanted, in one sentence; null when they do not, or before a question.</summary>
    public string? Problem => cores.Problem;

    internal QueryCache Cache { get; }

    /// <summary>Asks a question of what is known now, after a look at what others may have changed.</summary>
    /// <exception cref="Azure.RequestFailedException">Nothing is known yet, and storage does not answer.</exception>
    internal async Task<T> AskAsync<T>(Func<CatalogCore, Task<T>> question, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var core = await cores.GetAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await FreshenAsync(cancellationToken).ConfigureAwait(false);
                await core.Writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                return await question(core).ConfigureAwait(false);
            }
            catch (Exception e) when (attempt == 1 && CatalogDatabase.IsLost(e))
            {
                // The file is damaged, or was thrown away while this was asked: another one takes its place.
                await cores.ReplaceAsync(core, e).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Looks for what other processes changed, if it is time to.</summary>
    public async Task FreshenAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref asked, true);
        while (true)
        {
            var core = await cores.GetAsync(cancellationToken).ConfigureAwait(false);
            if (Listing(core) is not var (of, running, page))
                return;
            if (of != core)
            {
                // A database that was replaced meanwhile; this one has to be listed itself.
                await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
                continue;
            }

            if (!core.IsKnown)
                await (await Task.WhenAny(running, page).WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            else
                await running.WaitAsync(RefreshWait, time, cancellationToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            return;
        }
    }

    /// <summary>The listing under way, started if it is time to; null when it is not.</summary>
    private (CatalogCore Of, Task Running, Task Page)? Listing(CatalogCore core)
    {
        lock (gate)
        {
            if (refresh is null)
            {
                if (core.IsKnown && time.GetElapsedTime(refreshedAt) < pause)
                    return null;
                core.Writer.BeginListing();
                pageTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                refreshed = core;
                refresh = Task.Run(() => RefreshAsync(core), CancellationToken.None);
            }

            return (refreshed!, refresh, pageTaken.Task);
        }
    }

    /// <summary>Follows every change from now on; dispose it to stop.</summary>
    public ChangeSubscription Subscribe() => news.Subscribe();

    public async ValueTask DisposeAsync()
    {
        changes.Changed -= OnChanged;
        await stopping.CancelAsync().ConfigureAwait(false);
        Task?[] running;
        lock (gate)
            running = [refresh, filling];
        foreach (var task in running.OfType<Task>())
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await cores.DisposeAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    private async Task RefreshAsync(CatalogCore core)
    {
        var started = time.GetTimestamp();
        var succeeded = false;
        try
        {
            var listing = new ContainerListing(core, core.IsKnown ? polled : initial, LeaveOut);
            await listing.RunAsync(() => pageTaken.TrySetResult(), removed, stopping.Token).ConfigureAwait(false);
            core.Know();
            Fill(core);
            succeeded = true;
        }
        catch (Exception e) when (e is not OperationCanceledException && core.IsKnown)
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

    /// <summary>Reads texts in the background, unless that goes on already.</summary>
    private void Fill(CatalogCore core)
    {
        lock (gate)
        {
            if (filling.IsCompleted && !stopping.IsCancellationRequested)
                filling = Task.Run(() => FillAsync(core), CancellationToken.None);
        }
    }

    private async Task FillAsync(CatalogCore core)
    {
        try
        {
            await texts.RunAsync(core, stopping.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The next listing takes it up again.
            Log.FillFailed(logger, e);
        }
    }

    private void LeaveOut(string name, Exception reason) => Log.LeftOut(logger, name, ExceptionOutline.From(reason));

    private void Tell(CatalogCore core, IReadOnlyList<string> names)
    {
        // The first build is no news: nobody could have seen anything else before.
        if (core.IsKnown && news.HasFollowers)
            news.Tell(ArticleLists.Changes(core, names));
    }

    private void OnChanged(StoreChange change)
    {
        if (!Volatile.Read(ref asked) || cores.Current is not { } core)
            return;
        core.Writer.Note(change switch
        {
            StoreChange.Article article => new CatalogWork.Upload(article.Name, article.ETag),
            StoreChange.Result result => new CatalogWork.Result(result.Name, result.ETag, result.Entry, result.Text),
            StoreChange.Judged judged => new CatalogWork.Judged(ArticleName.ResultOf(judged.Name), judged.ETag, judged.Review),
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The containers could not be listed; lists show what is known.")]
        public static partial void RefreshFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "{Name} is left out of lists, as its entry cannot be read: {Fault}")]
        public static partial void LeftOut(ILogger logger, string name, string fault);

        [LoggerMessage(3, LogLevel.Warning, "Texts could not be read for the search; the next look at the containers goes on with it.")]
        public static partial void FillFailed(ILogger logger, Exception exception);
    }
}
