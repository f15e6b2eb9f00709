using Azure;
using Azure.Storage.Queues.Models;
using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>A message kept from others for as long as its article is in hand.</summary>
internal sealed partial class MessageLease : IAsyncDisposable
{
    private readonly RetryQueue queue;
    private readonly QueueMessage message;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stop = new();
    private readonly Task renewal;
    private string receipt;

    public MessageLease(RetryQueue queue, QueueMessage message, TimeProvider time, ILogger logger)
    {
        (this.queue, this.message, this.logger, receipt) = (queue, message, logger, message.PopReceipt);
        renewal = RenewAsync(time);
    }

    public string Text => message.Body.ToString();

    /// <summary>Its article has ended, or waits anew under a message of its own.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken)
        => LetGoAsync(last => queue.DeleteAsync(message, last, cancellationToken));

    /// <summary>Lets others have it, after a delay or at once.</summary>
    public Task GiveBackAsync(TimeSpan delay, CancellationToken cancellationToken)
        => LetGoAsync(last => queue.HoldAsync(message, last, delay, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await renewal;
        stop.Dispose();
    }

    private async Task LetGoAsync(Func<string, Task> call)
    {
        await stop.CancelAsync();
        await renewal;
        try
        {
            await call(receipt);
        }
        catch (RequestFailedException e) when (e.Status is 400 or 404)
        {
            // The hold had run out while storage was away: another worker has it, and finds the result.
            Log.Lost(logger, e);
        }
    }

    private async Task RenewAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(RetryQueue.Hold / 3, time);
        while (await NextAsync(timer))
        {
            try
            {
                // Not cancelled on its way: the receipt of a renewal that nobody hears of would be lost.
                receipt = await queue.HoldAsync(message, receipt, RetryQueue.Hold, CancellationToken.None);
            }
            catch (RequestFailedException e) when (e.Status is 400 or 404)
            {
                Log.Lost(logger, e);
                return;
            }
            catch (Exception e) when (e is RequestFailedException or AggregateException)
            {
                Log.RenewalFailed(logger, e);
            }
        }
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A waiting article could not be kept from other workers; it may be taken up twice.")]
        public static partial void Lost(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The hold on a waiting article could not be renewed; tried again in 20 s.")]
        public static partial void RenewalFailed(ILogger logger, Exception exception);
    }
}
