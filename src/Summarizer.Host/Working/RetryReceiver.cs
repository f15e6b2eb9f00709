using Azure.Storage.Queues.Models;
using Summarizer.Storage;

namespace Summarizer.Host.Working;

/// <summary>Takes articles whose time in the queue is up; a message goes only when its article has ended or waits anew.</summary>
internal sealed partial class RetryReceiver(
    RetryQueue queue, ArticleProcessor processor, ArticleSlots slots, ArticleDispatcher dispatcher, TimeProvider time,
    ILogger<RetryReceiver> logger)
    : BackgroundService
{
    private const int Batch = 16;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is in hand when the host stops may be paid for already, and is finished.
        using var abandon = new CancellationTokenSource();
        await using var stopping = stoppingToken.Register(() => abandon.CancelAfter(ArticleDispatcher.StopLimit));
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var messages = await queue.ReceiveAsync(Batch, stoppingToken);
                await Task.WhenAll(messages.Select(m => RunAsync(m, abandon.Token)));
                pause = messages.Count > 0 ? ShortestPause : pause * 1.5;
                if (messages.Count == Batch)
                    continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.ReceiveFailed(logger, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            pause = pause < LongestPause ? pause : LongestPause;
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(message, done.Token);
        try
        {
            using var slot = await slots.TakeAsync(cancellationToken);
            var (name, processing) = await processor.RetryAsync(message.Body.ToString(), cancellationToken);
            if (name is not null)
                dispatcher.Tally.Count(name, processing);
            await done.CancelAsync();
            await queue.DeleteAsync(message, await holding, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The message comes back by itself when its hold runs out.
            Log.RetryFailed(logger, e);
        }
        finally
        {
            await done.CancelAsync();
            await holding;
        }
    }

    /// <summary>Keeps the message from others while its article is in hand; returns the last receipt.</summary>
    private async Task<string> HoldAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var receipt = message.PopReceipt;
        using var timer = new PeriodicTimer(RetryQueue.Hold / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                receipt = await queue.HoldAsync(message, receipt, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // Done.
        }
        catch (Azure.RequestFailedException e)
        {
            Log.RetryFailed(logger, e);
        }

        return receipt;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The queue of waiting articles could not be read; tried again shortly.")]
        public static partial void ReceiveFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "A waiting article could not be taken up; it comes back within a minute.")]
        public static partial void RetryFailed(ILogger logger, Exception exception);
    }
}
