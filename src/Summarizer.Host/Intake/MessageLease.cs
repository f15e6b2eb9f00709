using Azure;
using Azure.Storage.Queues.Models;
using Summarizer.Storage;

namespace Summarizer.Host.Intake;

/// <summary>A message kept from other workers while its article is in flight: its visibility timeout is renewed.</summary>
internal sealed partial class MessageLease : IAsyncDisposable
{
    private readonly RetryQueue queue;
    private readonly QueueMessage message;
    private readonly ILogger logger;
    private readonly LeaseRenewal renewal;
    private string receipt;

    public MessageLease(RetryQueue queue, QueueMessage message, TimeProvider time, ILogger logger)
    {
        (this.queue, this.message, this.logger, receipt) = (queue, message, logger, message.PopReceipt);
        // Its receipt stays good until another worker receives it.
        renewal = new LeaseRenewal(_ => RenewAsync(), RetryQueue.Hold / 3, length: null, time, e => Log.RenewalFailed(logger, e));
    }

    public string Text => message.Body.ToString();

    /// <summary>Its article has ended, or waits anew under a message of its own.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken)
        => EndAsync(last => queue.DeleteAsync(message, last, cancellationToken));

    /// <summary>Lets others have it, after a delay or at once.</summary>
    public Task ReleaseAsync(TimeSpan delay, CancellationToken cancellationToken)
        => EndAsync(last => queue.HoldAsync(message, last, delay, cancellationToken));

    public ValueTask DisposeAsync() => renewal.DisposeAsync();

    private async Task EndAsync(Func<string, Task> call)
    {
        await renewal.StopAsync();
        try
        {
            await call(receipt);
        }
        catch (RequestFailedException e) when (IsLost(e))
        {
            // The lease had run out while storage was unavailable: another worker has it, and finds the result.
            Log.Lost(logger, e);
        }
    }

    private async Task<bool> RenewAsync()
    {
        try
        {
            // Not cancelled on its way: the receipt of a renewal that nobody hears of would be lost.
            receipt = await queue.HoldAsync(message, receipt, RetryQueue.Hold, CancellationToken.None);
            return true;
        }
        catch (RequestFailedException e) when (IsLost(e))
        {
            Log.Lost(logger, e);
            return false;
        }
    }

    /// <summary>The receipt counts no more: another worker has received the message, or ended it.</summary>
    private static bool IsLost(RequestFailedException refusal) => refusal.Status is 400 or 404;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A waiting article could not be kept from other workers; it may be taken up twice.")]
        public static partial void Lost(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "The lease on a waiting article could not be renewed; tried again in 20 s.")]
        public static partial void RenewalFailed(ILogger logger, Exception exception);
    }
}
