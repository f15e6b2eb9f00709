using Summarizer.Storage;

namespace Summarizer.Host.Intake.Sharing;

/// <summary>Keeps this host on the roll and knows who else is on it, so that hosts on one storage account share the work.</summary>
/// <remarks>
/// <para>The law. <b>Never lost:</b> an article without a result belongs to one of the hosts on the roll, by
/// <see cref="WorkSplit"/>; when the roll changes, each host looks through all results again and takes up what is now its
/// own. <b>Taken up within 60 s:</b> a killed host is off the others' roll after <see cref="Expiry"/> and one
/// <see cref="Interval"/> more; one that stops takes itself off when its work is done or released. <b>Doubled only while
/// the roll changes:</b> a host that comes waits for <see cref="Grace"/>, in which the others see it and let go of what
/// they have not begun; so an article is read twice only if its host was slow to sign but alive, or died between its
/// result and a look of the others. The result is right in any case: it is written on a condition, and paid for under a lease.</para>
/// <para>It costs one write and one listing of a few names every <see cref="Interval"/>, and nothing per article.</para>
/// </remarks>
internal sealed partial class Membership : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>A host that has not signed for this long is taken for dead.</summary>
    internal static readonly TimeSpan Expiry = TimeSpan.FromSeconds(15);

    /// <summary>Longer than the others need to see a host that comes.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan UntilNextTry = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(2);

    private readonly HostRegistry roll;
    private readonly HostIdentity self;
    private readonly TimeProvider time;
    private readonly ILogger<Membership> logger;
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopping;
    private readonly Dictionary<string, DateTimeOffset> suspects = new(StringComparer.Ordinal);
    private Task? running;
    private volatile TaskCompletionSource changed = NewChange();
    private volatile WorkSplit? split;

    public Membership(HostRegistry roll, HostIdentity self, TimeProvider time, ILogger<Membership> logger)
    {
        (this.roll, this.self, this.time, this.logger) = (roll, self, time, logger);
        stopping = stop.Token;
    }

    public string Self => self.Id;

    /// <summary>Who does what now; null until this host has joined.</summary>
    public WorkSplit? Split => split;

    /// <summary>Waits until this host has joined; returns who does what.</summary>
    public async Task<WorkSplit> JoinedAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var change = changed;
            if (split is { } known)
                return known;
            await change.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns when it is no longer <paramref name="known"/> that counts, or when the time is up.</summary>
    public async Task UntilChangedAsync(WorkSplit known, TimeSpan limit, CancellationToken cancellationToken)
    {
        var change = changed;
        if (ReferenceEquals(split, known))
            await change.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>After everything else has stopped: what is in flight belongs to this host until then.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (running is null || stopping.IsCancellationRequested)
            return;
        await stop.CancelAsync();
        await running;
        using var limit = new CancellationTokenSource(LeaveLimit, time);
        try
        {
            await roll.RemoveAsync(self.Id, limit.Token);
        }
        catch (Exception e) when (StorageProblem.IsFailure(e, CancellationToken.None))
        {
            // Storage is unavailable, or was this host's own and has stopped: the others, if any, see it by the silence.
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Also when the start failed half-way, as on a port that is taken: nobody must count on this host.</summary>
    public async ValueTask DisposeAsync()
    {
        await StoppedAsync(CancellationToken.None);
        stop.Dispose();
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // Again after a silence, as if it were new: the others may have taken over, or been silent too.
                await JoinAsync();
                await using var renewal = new LeaseRenewal(SignAsync, Interval, Expiry, time, e => Log.SignFailed(logger, e));
                await renewal.Completion.WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.SignFailed(logger, e);
                // Nothing is taken up before this host has joined, so a start that storage was not ready for is tried again soon.
                await Task.Delay(split is null ? UntilNextTry : Interval, time, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> SignAsync(CancellationToken cancellationToken)
    {
        Take(await roll.SignAsync(self.Id, cancellationToken));
        return true;
    }

    private async Task JoinAsync()
    {
        suspects.Clear();
        var present = await roll.SignAsync(self.Id, stopping);
        if (present.Any(IsLive))
        {
            await Task.Delay(Grace, time, stopping);
            // Who has not signed in all this time is most likely dead, such as this host's own forerunner.
            foreach (var other in present)
                suspects[other.Host] = other.Written;
            present = await roll.SignAsync(self.Id, stopping);
        }

        Take(present);
    }

    private bool IsLive(HostSignature other)
        => other.Age <= Expiry && !(suspects.TryGetValue(other.Host, out var silent) && silent == other.Written);

    private void Take(IEnumerable<HostSignature> present)
    {
        var next = new WorkSplit(self.Id, present.Where(IsLive).Select(h => h.Host));
        if (split?.HasSameHosts(next) == true)
            return;
        split = next;
        Interlocked.Exchange(ref changed!, NewChange()).TrySetResult();
        Log.Members(logger, next.Hosts.Count());
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "This host could not sign for its share of the work; tried again shortly.")]
        public static partial void SignFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Information, "Hosts that share the work: {Count}.")]
        public static partial void Members(ILogger logger, int count);
    }
}
