using System.Collections.Concurrent;
using System.Threading.Channels;
using Summarizer.Host.Intake.Sharing;
using Summarizer.Pipeline;

namespace Summarizer.Host.Intake;

/// <summary>Hands observed articles to <see cref="ArticlePipeline"/>, each version once, within the slots.</summary>
/// <remarks>Nothing here needs to survive a kill: an article without a result is found again by the
/// <see cref="ContainerWatcher"/>.</remarks>
internal sealed partial class ArticleDispatcher(
    ArticlePipeline processor, ArticleSlots slots, Membership hosts, TimeProvider time, ILogger<ArticleDispatcher> logger)
    : BackgroundService, IArticleDispatcher
{
    private static readonly TimeSpan OutageDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>A stage that looks at its token ends in far less; a removal does not wait for one that does not.</summary>
    private static readonly TimeSpan WithdrawalLimit = TimeSpan.FromSeconds(3);

    private readonly Channel<WorkItem> quick = NewChannel();
    private readonly Channel<WorkItem> heavy = NewChannel();
    private readonly ConcurrentDictionary<string, string> observed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkItem> inFlight = new(StringComparer.Ordinal);
    private readonly DrainTimeout finishing = new(time);

    /// <summary>Articles observed and not yet through, waiting for a slot included.</summary>
    public int Pending => inFlight.Count;

    /// <summary>When the oldest of them was observed; null when there is none.</summary>
    public DateTimeOffset? OldestObserved => inFlight.IsEmpty ? null : inFlight.Values.Min(item => (DateTimeOffset?)item.Observed);

    /// <summary>Articles through since the start, by how they ended.</summary>
    public OutcomeTracker Outcomes { get; } = new();

    /// <summary>An upload that this host took in itself.</summary>
    public void Notify(string name, string etag, long bytes) => Notify(name, etag, bytes, hosts.Self);

    /// <param name="name">The article.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="bytes">Length of the upload.</param>
    /// <param name="acceptedBy">The host that took the upload in; null when it went straight into the container.</param>
    public void Notify(string name, string etag, long bytes, string? acceptedBy)
    {
        while (true)
        {
            if (observed.TryGetValue(name, out var known))
            {
                if (known == etag)
                    return;
                if (!observed.TryUpdate(name, etag, known))
                    continue;
            }
            else if (!observed.TryAdd(name, etag))
            {
                continue;
            }

            Enqueue(name, ArticleSlots.LaneOf(bytes), acceptedBy);
            return;
        }
    }

    /// <summary>Marks a version as through, so that no work is done for it.</summary>
    public void MarkDone(string name, string etag)
    {
        if (!inFlight.ContainsKey(name))
            observed[name] = etag;
    }

    /// <summary>Forgets all versions, so that each counts as new when it is observed again.</summary>
    public void ForgetAll() => observed.Clear();

    /// <summary>Forgets articles that are no longer stored, when they have become many.</summary>
    public void Forget(IReadOnlySet<string> stored)
    {
        if (observed.Count <= stored.Count + 1_000)
            return;
        foreach (var name in observed.Keys.Where(name => !stored.Contains(name) && !inFlight.ContainsKey(name)))
        {
            observed.TryRemove(name, out _);
            Outcomes.Forget(name);
        }
    }

    public async Task WithdrawAsync(string name, CancellationToken cancellationToken)
    {
        observed.TryRemove(name, out _);
        Outcomes.Forget(name);
        if (!inFlight.TryGetValue(name, out var item))
            return;
        if (item.TryWithdraw())
        {
            Release(item);
            return;
        }

        await item.Cancel.CancelAsync();
        try
        {
            await item.Done.Task.WaitAsync(WithdrawalLimit, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Its result, should it come to one, finds no article any more.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        quick.Writer.TryComplete();
        heavy.Writer.TryComplete();
        finishing.Begin();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        finishing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Who computes holds a thread; beyond its minimum the pool adds one or two a second, and HTTP would wait for them.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, slots.Count + Environment.ProcessorCount), completions);

        var running = new ConcurrentDictionary<Task, bool>();
        await Task.WhenAll(ConsumeAsync(Lane.Quick, running, stoppingToken), ConsumeAsync(Lane.Heavy, running, stoppingToken));
        await Task.WhenAll(running.Keys);
    }

    private static Channel<WorkItem> NewChannel() => Channel.CreateUnbounded<WorkItem>(new UnboundedChannelOptions { SingleReader = true });

    private Channel<WorkItem> ChannelOf(Lane lane) => lane == Lane.Quick ? quick : heavy;

    private async Task ConsumeAsync(Lane lane, ConcurrentDictionary<Task, bool> running, CancellationToken stoppingToken)
    {
        var channel = ChannelOf(lane).Reader;
        while (true)
        {
            try
            {
                while (await channel.WaitToReadAsync(stoppingToken))
                    await StartNextAsync(lane, channel, running, stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // What waits in the channel is found again at the next start.
                return;
            }
            catch (Exception e)
            {
                Log.LineFailed(logger, e);
                await Task.Delay(PauseAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StartNextAsync(
        Lane lane, ChannelReader<WorkItem> channel, ConcurrentDictionary<Task, bool> running, CancellationToken stoppingToken)
    {
        var slot = await slots.TakeAsync(lane, stoppingToken);
        if (!channel.TryRead(out var item) || (item.Lane != lane && ChannelOf(item.Lane).Writer.TryWrite(item)) || !item.TryStart())
        {
            slot.Dispose();
            return;
        }

        var task = Task.Run(() => RunAsync(item, slot), CancellationToken.None);
        running[task] = true;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    private void Enqueue(string name, Lane lane, string? acceptedBy)
    {
        while (true)
        {
            if (inFlight.TryGetValue(name, out var present))
            {
                // The item in flight is processed again before it ends; if it has just ended, try once more.
                if (present.RequestAgain(lane))
                    return;
                continue;
            }

            var item = new WorkItem(name, acceptedBy, lane, time.GetUtcNow());
            if (!inFlight.TryAdd(name, item))
                continue;
            if (!ChannelOf(lane).Writer.TryWrite(item))
                Release(item); // Stopping: the next start or another host finds it.
            return;
        }
    }

    private async Task RunAsync(WorkItem item, ArticleSlot slot)
    {
        using var token = CancellationTokenSource.CreateLinkedTokenSource(item.Cancel.Token, finishing.Over, slot.Interrupted);
        Lane? next = null;
        try
        {
            if (hosts.Split?.IsOwn(item.Name, item.AcceptedBy) == false)
            {
                // It fell to another host while it waited; should it fall back, it counts as new.
                observed.TryRemove(item.Name, out _);
                return;
            }

            Outcomes.Count(item.Name, await processor.ProcessAsync(item.Name, item.Observed, slot.Slow, token.Token));
            if (!item.TryEnd())
                next = item.Lane;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Withdrawn, handed back at the stop, or slow while the heavy lane had no room.
            if (slot.Interrupted.IsCancellationRequested)
                next = Lane.Heavy;
        }
        catch (Exception e)
        {
            Log.StorageFailed(logger, e, item.Name, OutageDelay.TotalSeconds);
            _ = RetryLaterAsync(item);
        }
        finally
        {
            slot.Dispose();
            if (!(next is { } lane && TryRequeue(item, lane)) && Release(item) && !finishing.Over.IsCancellationRequested)
                Enqueue(item.Name, item.Lane, item.AcceptedBy);
        }
    }

    private bool TryRequeue(WorkItem item, Lane lane)
        => !finishing.Over.IsCancellationRequested && item.TryRequeue(lane) && ChannelOf(lane).Writer.TryWrite(item);

    /// <summary>True when a notice came that the item did not get to.</summary>
    private bool Release(WorkItem item)
    {
        var requestedAgain = item.End();
        inFlight.TryRemove(KeyValuePair.Create(item.Name, item));
        item.Done.TrySetResult();
        return requestedAgain;
    }

    /// <summary>Only storage that is unavailable leads here; the article is tried again until it is back.</summary>
    private async Task RetryLaterAsync(WorkItem item)
    {
        try
        {
            await Task.Delay(OutageDelay, time, finishing.Over);
            Enqueue(item.Name, item.Lane, item.AcceptedBy);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Stopped meanwhile; the next start finds it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Name}: storage does not answer; tried again in {Seconds:0} s.")]
        public static partial void StorageFailed(ILogger logger, Exception exception, string name, double seconds);

        [LoggerMessage(2, LogLevel.Error, "Articles could not be taken from their channel; tried again in a second.")]
        public static partial void LineFailed(ILogger logger, Exception exception);
    }
}
