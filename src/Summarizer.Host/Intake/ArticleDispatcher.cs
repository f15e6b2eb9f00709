using System.Collections.Concurrent;
using System.Threading.Channels;
using Summarizer.Host.Intake.Sharing;
using Summarizer.Pipeline;

namespace Summarizer.Host.Intake;

/// <summary>Hands noticed articles to <see cref="ArticlePipeline"/>, each version once, within the slots.</summary>
/// <remarks>Nothing here needs to survive a kill: an article without a result is found again by the <see cref="ContainerWatcher"/>.</remarks>
internal sealed partial class ArticleDispatcher(
    ArticlePipeline processor, ArticleSlots slots, Membership hosts, TimeProvider time, ILogger<ArticleDispatcher> logger)
    : BackgroundService, IArticleDispatcher
{
    private static readonly TimeSpan OutageDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilLineGoesOn = TimeSpan.FromSeconds(1);

    /// <summary>A stage that looks at its token ends in far less; whoever removes an article does not wait for one that does not.</summary>
    private static readonly TimeSpan WithdrawalLimit = TimeSpan.FromSeconds(3);

    private readonly Channel<WorkItem> quick = NewLine();
    private readonly Channel<WorkItem> heavy = NewLine();
    private readonly ConcurrentDictionary<string, string> noticed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkItem> inHand = new(StringComparer.Ordinal);
    private readonly DrainTimeout finishing = new(time);

    /// <summary>Articles noticed and not yet through, waiting in line included.</summary>
    public int Pending => inHand.Count;

    /// <summary>When the oldest of them was noticed; null when there is none.</summary>
    public DateTimeOffset? OldestNotice => inHand.IsEmpty ? null : inHand.Values.Min(job => (DateTimeOffset?)job.Noticed);

    /// <summary>Articles through since the start, by how they ended.</summary>
    public OutcomeTracker Outcomes { get; } = new();

    /// <summary>An upload that this host took in itself.</summary>
    public void Notify(string name, string etag, long bytes) => Notify(name, etag, bytes, hosts.Self);

    /// <param name="name">The article.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="bytes">Length of the upload.</param>
    /// <param name="taker">The host that took the upload in; null when it went straight into the container.</param>
    public void Notify(string name, string etag, long bytes, string? taker)
    {
        while (true)
        {
            if (noticed.TryGetValue(name, out var known))
            {
                if (known == etag)
                    return;
                if (!noticed.TryUpdate(name, etag, known))
                    continue;
            }
            else if (!noticed.TryAdd(name, etag))
            {
                continue;
            }

            Enqueue(name, ArticleSlots.LaneOf(bytes), taker);
            return;
        }
    }

    /// <summary>Marks a version as through, so that no work is done for it.</summary>
    public void MarkDone(string name, string etag)
    {
        if (!inHand.ContainsKey(name))
            noticed[name] = etag;
    }

    /// <summary>Forgets all versions, so that each counts as new when it is noticed again.</summary>
    public void ForgetAll() => noticed.Clear();

    /// <summary>Forgets articles that are no longer stored, when they have become many.</summary>
    public void Forget(IReadOnlySet<string> stored)
    {
        if (noticed.Count <= stored.Count + 1_000)
            return;
        foreach (var name in noticed.Keys.Where(name => !stored.Contains(name) && !inHand.ContainsKey(name)))
        {
            noticed.TryRemove(name, out _);
            Outcomes.Forget(name);
        }
    }

    public async Task WithdrawAsync(string name, CancellationToken cancellationToken)
    {
        noticed.TryRemove(name, out _);
        Outcomes.Forget(name);
        if (!inHand.TryGetValue(name, out var job))
            return;
        if (job.TryWithdraw())
        {
            PutDown(job);
            return;
        }

        await job.Cancel.CancelAsync();
        try
        {
            await job.Done.Task.WaitAsync(WithdrawalLimit, time, cancellationToken);
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
        await Task.WhenAll(WorkOffAsync(Lane.Quick, running, stoppingToken), WorkOffAsync(Lane.Heavy, running, stoppingToken));
        await Task.WhenAll(running.Keys);
    }

    private static Channel<WorkItem> NewLine() => Channel.CreateUnbounded<WorkItem>(new UnboundedChannelOptions { SingleReader = true });

    private Channel<WorkItem> LineOf(Lane lane) => lane == Lane.Quick ? quick : heavy;

    private async Task WorkOffAsync(Lane lane, ConcurrentDictionary<Task, bool> running, CancellationToken stoppingToken)
    {
        var line = LineOf(lane).Reader;
        while (true)
        {
            try
            {
                while (await line.WaitToReadAsync(stoppingToken))
                    await StartNextAsync(lane, line, running, stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // What waits in line is found again at the next start.
                return;
            }
            catch (Exception e)
            {
                Log.LineFailed(logger, e);
                await Task.Delay(UntilLineGoesOn, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StartNextAsync(
        Lane lane, ChannelReader<WorkItem> line, ConcurrentDictionary<Task, bool> running, CancellationToken stoppingToken)
    {
        var slot = await slots.TakeAsync(lane, stoppingToken);
        if (!line.TryRead(out var job) || (job.Lane != lane && LineOf(job.Lane).Writer.TryWrite(job)) || !job.TryStart())
        {
            slot.Dispose();
            return;
        }

        var task = Task.Run(() => RunAsync(job, slot), CancellationToken.None);
        running[task] = true;
        _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
    }

    private void Enqueue(string name, Lane lane, string? taker)
    {
        while (true)
        {
            if (inHand.TryGetValue(name, out var present))
            {
                // The job in hand looks again before it ends; if it has just ended, try once more.
                if (present.AskAgain(lane))
                    return;
                continue;
            }

            var job = new WorkItem(name, taker, lane, time.GetUtcNow());
            if (!inHand.TryAdd(name, job))
                continue;
            if (!LineOf(lane).Writer.TryWrite(job))
                PutDown(job); // Stopping: the next start or another host finds it.
            return;
        }
    }

    private async Task RunAsync(WorkItem job, ArticleSlot slot)
    {
        using var token = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel.Token, finishing.Over, slot.Interrupted);
        Lane? next = null;
        try
        {
            if (hosts.Split?.IsOwn(job.Name, job.Taker) == false)
            {
                // It fell to another host while it waited in line; should it fall back, it counts as new.
                noticed.TryRemove(job.Name, out _);
                return;
            }

            Outcomes.Count(job.Name, await processor.ProcessAsync(job.Name, job.Noticed, slot.Slow, token.Token));
            if (!job.TryEnd())
                next = job.Lane;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Withdrawn, handed back at the stop, or slow while the heavy lane had no room.
            if (slot.Interrupted.IsCancellationRequested)
                next = Lane.Heavy;
        }
        catch (Exception e)
        {
            Log.StorageFailed(logger, e, job.Name, OutageDelay.TotalSeconds);
            _ = ComeBackAsync(job);
        }
        finally
        {
            slot.Dispose();
            if (!(next is { } lane && WaitsAgain(job, lane)) && PutDown(job) && !finishing.Over.IsCancellationRequested)
                Enqueue(job.Name, job.Lane, job.Taker);
        }
    }

    private bool WaitsAgain(WorkItem job, Lane lane)
        => !finishing.Over.IsCancellationRequested && job.TryWaitIn(lane) && LineOf(lane).Writer.TryWrite(job);

    /// <summary>True when a notice came that the job did not get to.</summary>
    private bool PutDown(WorkItem job)
    {
        var askedAgain = job.End();
        inHand.TryRemove(KeyValuePair.Create(job.Name, job));
        job.Done.TrySetResult();
        return askedAgain;
    }

    /// <summary>Only storage that is away leads here; the article is tried again until it is back.</summary>
    private async Task ComeBackAsync(WorkItem job)
    {
        try
        {
            await Task.Delay(OutageDelay, time, finishing.Over);
            Enqueue(job.Name, job.Lane, job.Taker);
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

        [LoggerMessage(2, LogLevel.Error, "Articles in line could not be handed on; tried again in a second.")]
        public static partial void LineFailed(ILogger logger, Exception exception);
    }
}
