using Summarizer.Host.Intake.Sharing;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>Notices articles that any storage client put into the container, by listing it, and takes this host's share of them.</summary>
internal sealed partial class ContainerWatcher(
    ArticleStore articles,
    ResultStore results,
    DeferralStore work,
    ContainerRecreations recreations,
    ArticleDispatcher dispatcher,
    Membership hosts,
    BackgroundHealth health,
    TimeProvider time,
    ILogger<ContainerWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>However long a listing takes, an upload is noticed in about a minute.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>Storage that was unavailable is back any moment, and what was put into it meanwhile is waited for.</summary>
    private static readonly TimeSpan LongestPauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a start among other hosts takes, and than a listing that storage answers slowly.</summary>
    private static readonly TimeSpan LongestListing = TimeSpan.FromSeconds(45);

    /// <summary>At most 5 % of the time goes into listing: the pause is this many times as long.</summary>
    private const int PauseFactor = 19;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Earlier? earlier = null;
        WorkSplit? split = null;
        var recreated = recreations.Results;
        var (pause, afterFailure) = (ShortestPause, ShortestPause);
        health.Watcher.Expect(LongestListing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var present = await hosts.JoinedAsync(stoppingToken);
                if (!ReferenceEquals(split, present))
                {
                    // Whose share has fallen to this host, and what of it is done, nobody has told it.
                    (split, earlier) = (present, null);
                }

                if (recreations.Results is var now && recreated != now)
                {
                    // The results went with their container: what was done is to be done again.
                    (recreated, earlier) = (now, null);
                    dispatcher.ForgetAll();
                }

                earlier ??= await EarlierAsync(stoppingToken);
                var started = time.GetTimestamp();
                await LookAsync(earlier, split, stoppingToken);
                var took = time.GetElapsedTime(started);
                earlier = Earlier.Nothing;
                (pause, afterFailure) = (PauseAfter(took), ShortestPause);
                health.Watcher.Succeeded();
                // The next one may take longer, as the container grows.
                health.Watcher.Expect(pause + LongestListing + (took * 2));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.ListingFailed(logger, e);
                health.Watcher.Failed(e);
                (pause, afterFailure) = (afterFailure, Shorter(afterFailure * 1.5, LongestPauseAfterFailure));
            }

            if (split is null)
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await hosts.UntilChangedAsync(split, pause, stoppingToken);
        }
    }

    /// <summary>Grows with the listing's own duration, which holds no waiting for storage that was unavailable: a listing is tried
    /// once.</summary>
    internal static TimeSpan PauseAfter(TimeSpan listing)
        => listing * PauseFactor is var pause && pause > ShortestPause ? Shorter(pause, LongestPause) : ShortestPause;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<Earlier> EarlierAsync(CancellationToken cancellationToken)
    {
        var done = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var (blob, etag) in results.ListAsync(cancellationToken))
            done[blob] = etag;
        var overdue = time.GetUtcNow().UtcDateTime - RetryQueue.Hold * 2;
        return new Earlier(done, await work.WaitingAsync(overdue, cancellationToken));
    }

    private async Task LookAsync(Earlier earlier, WorkSplit split, CancellationToken cancellationToken)
    {
        var stored = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (article, acceptedBy) in ListAsync(split, cancellationToken))
        {
            var (name, etag) = article;
            stored.Add(name);
            if (earlier.TookCareOf(name, etag))
                dispatcher.MarkDone(name, etag);
            else if (split.IsOwn(name, acceptedBy))
                dispatcher.Notify(name, etag, article.Bytes, acceptedBy);
        }

        dispatcher.Forget(stored);
    }

    /// <summary>Who took an upload in matters only where there are others.</summary>
    private IAsyncEnumerable<(ArticleVersion Article, string? AcceptedBy)> ListAsync(WorkSplit split, CancellationToken cancellationToken)
        => split.IsAlone
            ? articles.ListAsync(cancellationToken).Select(article => (article, (string?)null))
            : articles.ListWithHostsAsync(cancellationToken);

    /// <summary>What earlier processes did: results written, by blob, and articles that the queue will bring back.</summary>
    private sealed record Earlier(
        IReadOnlyDictionary<string, string?> Done, IReadOnlySet<(string Key, string ArticleETag)> Waiting)
    {
        public static Earlier Nothing { get; } = new(new Dictionary<string, string?>(), new HashSet<(string, string)>());

        public bool TookCareOf(string name, string etag)
            => (Done.Count > 0 && Done.TryGetValue(ArticleName.ResultOf(name), out var made) && made == etag)
               || (Waiting.Count > 0 && Waiting.Contains((DeferralStore.KeyOf(name), etag)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The container articles could not be listed; tried again shortly.")]
        public static partial void ListingFailed(ILogger logger, Exception exception);
    }
}
