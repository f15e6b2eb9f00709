using Summarizer.Host.Working.Sharing;
using Summarizer.Storage;

namespace Summarizer.Host.Working;

/// <summary>Notices articles that any storage client put into the container, by listing it, and takes this host's share of them.</summary>
internal sealed partial class ContainerWatcher(
    ArticleStore articles,
    ResultStore results,
    WorkStore work,
    ArticleDispatcher dispatcher,
    Membership hosts,
    TimeProvider time,
    ILogger<ContainerWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>At most 5 % of the time goes into listing: the pause is this many times as long.</summary>
    private const int PauseFactor = 19;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Earlier? earlier = null;
        WorkSplit? split = null;
        var recreated = results.Recreated;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = ShortestPause;
            try
            {
                var present = await hosts.JoinedAsync(stoppingToken);
                if (!ReferenceEquals(split, present))
                {
                    // Whose share has fallen to this host, and what of it is done, nobody has told it.
                    (split, earlier) = (present, null);
                }

                if (results.Recreated is var now && recreated != now)
                {
                    // The results went with their container: what was done is to be done again.
                    (recreated, earlier) = (now, null);
                    dispatcher.ForgetAll();
                }

                earlier ??= await EarlierAsync(stoppingToken);
                var started = time.GetTimestamp();
                await LookAsync(earlier, split, stoppingToken);
                earlier = Earlier.Nothing;
                pause = time.GetElapsedTime(started) * PauseFactor;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.ListingFailed(logger, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            pause = pause > ShortestPause ? pause : ShortestPause;
            if (split is null)
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await hosts.UntilChangedAsync(split, pause, stoppingToken);
        }
    }

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
        await foreach (var ((name, etag), taker) in ListAsync(split, cancellationToken))
        {
            stored.Add(name);
            if (earlier.TookCareOf(name, etag))
                dispatcher.MarkDone(name, etag);
            else if (split.IsOwn(name, taker))
                dispatcher.Notify(name, etag, taker);
        }

        dispatcher.Forget(stored);
    }

    /// <summary>Who took an upload in matters only where there are others.</summary>
    private IAsyncEnumerable<(ArticleVersion Article, string? Taker)> ListAsync(WorkSplit split, CancellationToken cancellationToken)
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
               || (Waiting.Count > 0 && Waiting.Contains((WorkStore.KeyOf(name), etag)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The container articles could not be listed; tried again shortly.")]
        public static partial void ListingFailed(ILogger logger, Exception exception);
    }
}
