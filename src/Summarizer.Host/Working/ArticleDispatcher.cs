using System.Collections.Concurrent;
using System.Threading.Channels;
using Summarizer.Host.Working.Sharing;
using Summarizer.Storage;

namespace Summarizer.Host.Working;

/// <summary>Hands noticed articles to <see cref="ArticleProcessor"/>, each version once, within the slots.</summary>
/// <remarks>Nothing here needs to survive a kill: an article without a result is found again by the <see cref="ContainerWatcher"/>.</remarks>
internal sealed partial class ArticleDispatcher(
    ArticleProcessor processor, ArticleSlots slots, Membership hosts, TimeProvider time, ILogger<ArticleDispatcher> logger)
    : BackgroundService, IArticleDispatcher
{
    private static readonly TimeSpan OutageDelay = TimeSpan.FromSeconds(5);

    private readonly Channel<Job> line = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, string> noticed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Job> inHand = new(StringComparer.Ordinal);
    private readonly FinishingTime finishing = new(time);

    /// <summary>Articles noticed and not yet through, waiting in line included.</summary>
    public int Pending => inHand.Count;

    /// <summary>When the oldest of them was noticed; null when there is none.</summary>
    public DateTimeOffset? OldestNotice => inHand.IsEmpty ? null : inHand.Values.Min(job => (DateTimeOffset?)job.Noticed);

    /// <summary>Articles through since the start, by how they ended.</summary>
    public Tally Tally { get; } = new();

    /// <summary>An upload that this host took in itself.</summary>
    public void Notify(string name, string etag) => Notify(name, etag, hosts.Self);

    /// <param name="name">The article.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="taker">The host that took the upload in; null when it went straight into the container.</param>
    public void Notify(string name, string etag, string? taker)
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

            Enqueue(name, taker);
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
            Tally.Forget(name);
        }
    }

    public async Task WithdrawAsync(string name, CancellationToken cancellationToken)
    {
        noticed.TryRemove(name, out _);
        Tally.Forget(name);
        if (!inHand.TryGetValue(name, out var job))
            return;
        await job.Cancel.CancelAsync();
        await job.Done.Task.WaitAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        line.Writer.TryComplete();
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
        var running = new ConcurrentDictionary<Job, Task>();
        try
        {
            while (await line.Reader.WaitToReadAsync(stoppingToken))
            {
                var slot = await slots.TakeAsync(stoppingToken);
                if (!line.Reader.TryRead(out var job))
                {
                    slot.Dispose();
                    continue;
                }

                var task = Task.Run(() => RunAsync(job, slot), CancellationToken.None);
                running[job] = task;
                _ = task.ContinueWith(_ => running.TryRemove(job, out var _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping: what waits in line is found again at the next start.
        }

        await Task.WhenAll(running.Values);
    }

    private void Enqueue(string name, string? taker)
    {
        while (true)
        {
            if (inHand.TryGetValue(name, out var present))
            {
                // The job in hand looks again before it ends; if it has just ended, try once more.
                if (present.AskAgain())
                    return;
                continue;
            }

            var job = new Job(name, taker, time.GetUtcNow());
            if (!inHand.TryAdd(name, job))
                continue;
            if (!line.Writer.TryWrite(job))
                PutDown(job); // Stopping: the next start or another host finds it.
            return;
        }
    }

    private async Task RunAsync(Job job, IDisposable slot)
    {
        using var token = CancellationTokenSource.CreateLinkedTokenSource(job.Cancel.Token, finishing.Over);
        try
        {
            if (hosts.Split?.IsOwn(job.Name, job.Taker) == false)
            {
                // It fell to another host while it waited in line; should it fall back, it counts as new.
                noticed.TryRemove(job.Name, out _);
                return;
            }

            do
            {
                Tally.Count(job.Name, await processor.ProcessAsync(job.Name, job.Noticed, token.Token));
            }
            while (!job.TryEnd());
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Withdrawn, or handed back at the stop.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.StorageFailed(logger, e, job.Name, OutageDelay.TotalSeconds);
            _ = ComeBackAsync(job);
        }
        finally
        {
            slot.Dispose();
            if (PutDown(job) && !finishing.Over.IsCancellationRequested)
                Enqueue(job.Name, job.Taker);
        }
    }

    /// <summary>True when a notice came that the job did not get to.</summary>
    private bool PutDown(Job job)
    {
        var askedAgain = job.End();
        inHand.TryRemove(job.Name, out _);
        job.Done.TrySetResult();
        return askedAgain;
    }

    /// <summary>Only storage that is away leads here; the article is tried again until it is back.</summary>
    private async Task ComeBackAsync(Job job)
    {
        try
        {
            await Task.Delay(OutageDelay, time, finishing.Over);
            Enqueue(job.Name, job.Taker);
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
    }
}
