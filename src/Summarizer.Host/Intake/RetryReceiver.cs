using System.Collections.Concurrent;
using Azure.Storage.Queues.Models;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>Takes up articles whose time in the queue is up, each on its own, and never more than there are slots for.</summary>
/// <remarks>
/// A message goes only when its article has ended or waits anew, and is back with the others when the host stops first.
/// What no slot is free for stays in the queue, where other hosts find it; what turns out to be heavy while the heavy lane is
/// full goes back there for a while.
/// </remarks>
/// <param name="polled">The queue as it is asked for what is due.</param>
/// <param name="queue">The queue as messages in flight are renewed and ended, which must not fail for a moment's silence.</param>
internal sealed partial class RetryReceiver(
    [FromKeyedServices(StorageUse.Polling)] RetryQueue polled,
    RetryQueue queue,
    RetryMessageHandler handler,
    ArticleSlots slots,
    ArticleDispatcher dispatcher,
    BackgroundHealth health,
    TimeProvider time,
    ILogger<RetryReceiver> logger)
    : BackgroundService
{
    /// <summary>Messages requested in one call; the service gives at most 32.</summary>
    private const int Batch = 32;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Until a large or slow article is looked at again for which the heavy lane had no room.</summary>
    private static readonly TimeSpan UntilRoom = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is in flight when the host stops may be paid for already, and is finished.
        using var finishing = new DrainTimeout(time);
        await using var stopping = stoppingToken.Register(finishing.Begin);
        var running = new ConcurrentDictionary<Task, bool>();
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await TakeUpAsync(running, stoppingToken, finishing.Over))
            {
                pause = ShortestPause;
                continue;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
        }

        await Task.WhenAll(running.Keys);
    }

    /// <summary>Starts on as many articles as are due and there are slots for; false when there were none.</summary>
    private async Task<bool> TakeUpAsync(
        ConcurrentDictionary<Task, bool> running, CancellationToken stopping, CancellationToken abandon)
    {
        try
        {
            // No slot is held while the queue is asked: storage may take its time, and uploads need them.
            (await slots.TakeAsync(Lane.Quick, stopping)).Dispose();

            // Not cut short by the stop: what the queue has handed out must arrive, so that it can be released.
            var messages = await polled.ReceiveAsync(Math.Clamp(slots.FreeQuick, 1, Batch), abandon);
            health.Receiver.Succeeded();
            foreach (var message in messages)
            {
                var task = RunAsync(message, stopping, abandon);
                running[task] = true;
                _ = task.ContinueWith(done => running.TryRemove(done, out _), TaskScheduler.Default);
            }

            return messages.Count > 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            Log.ReceiveFailed(logger, e);
            health.Receiver.Failed(e);
            return false;
        }
    }

    private async Task RunAsync(QueueMessage message, CancellationToken stopping, CancellationToken abandon)
    {
        await using var held = new MessageLease(queue, message, time, logger);
        try
        {
            try
            {
                using var slot = await TakeSlotAsync(message, stopping);
                if (slot is null)
                    await held.ReleaseAsync(UntilRoom, CancellationToken.None);
                else
                    await RetryAsync(held, slot, abandon);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                await held.ReleaseAsync(TimeSpan.Zero, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // The message comes back by itself when its hold runs out.
            Log.RetryFailed(logger, e);
        }
    }

    /// <summary>Null for a large upload while the heavy lane is full: another host may have room.</summary>
    private async Task<ArticleSlot?> TakeSlotAsync(QueueMessage message, CancellationToken stopping)
    {
        stopping.ThrowIfCancellationRequested();
        return ArticleSlots.LaneOf(RetryQueue.BytesOf(message)) == Lane.Heavy
            ? slots.TryTake(Lane.Heavy)
            : await slots.TakeAsync(Lane.Quick, stopping);
    }

    private async Task RetryAsync(MessageLease held, ArticleSlot slot, CancellationToken abandon)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(abandon, slot.Interrupted);
        try
        {
            var (name, processing) = await handler.HandleAsync(held.Text, slot.Slow, either.Token);
            if (name is not null)
                dispatcher.Outcomes.Count(name, processing);
            await held.DeleteAsync(CancellationToken.None);
        }
        catch (OperationCanceledException) when (slot.Interrupted.IsCancellationRequested && !abandon.IsCancellationRequested)
        {
            await held.ReleaseAsync(UntilRoom, CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue of waiting articles could not be read; tried again shortly.")]
        public static partial void ReceiveFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "A waiting article could not be taken up; it comes back within a minute.")]
        public static partial void RetryFailed(ILogger logger, Exception exception);
    }
}
