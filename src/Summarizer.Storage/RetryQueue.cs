using System.Text.Json;
using Azure.Storage.Queues.Models;
using Summarizer.Telemetry;

namespace Summarizer.Storage;

/// <summary>The queue <c>article-retries</c>: articles that wait, each until its own time.</summary>
public sealed class RetryQueue(StorageAccount account)
{
    /// <summary>How long a received message stays unseen by others; a worker that dies gives it back after this.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(60);

    /// <summary>How long an article waits that storage refused; a wrong role does not mend itself within seconds.</summary>
    private static readonly TimeSpan Refused = TimeSpan.FromMinutes(1);

    /// <summary>An announced article whose processing storage refused comes up again, without spending a try.</summary>
    public Task ReturnAsync(string name, CancellationToken cancellationToken)
        => SendAsync(new RetryMessage(name, null, 1), Refused, cancellationToken);

    /// <summary>An article whose result is to be made anew.</summary>
    /// <param name="name">The article.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="bytes">Length of the upload.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task RerunAsync(string name, string etag, long bytes, CancellationToken cancellationToken)
        => SendAsync(new RetryMessage(name, etag, 1) { IsRerun = true, Bytes = bytes }, TimeSpan.Zero, cancellationToken);

    internal async Task<SendReceipt> SendAsync(RetryMessage message, TimeSpan delay, CancellationToken cancellationToken)
        => await account.Retries.SendMessageAsync(
            JsonSerializer.Serialize(message with { Trace = ArticleTrace.Context }, StorageJson.Compact.RetryMessage),
            visibilityTimeout: delay,
            timeToLive: TimeSpan.FromSeconds(-1), // Never runs out: an article that waits must not be forgotten.
            cancellationToken).ConfigureAwait(false);

    /// <summary>Takes back a message that nobody has received yet.</summary>
    internal async Task RecallAsync(SendReceipt sent, CancellationToken cancellationToken)
        => await account.Retries.DeleteMessageAsync(sent.MessageId, sent.PopReceipt, cancellationToken).ConfigureAwait(false);

    /// <summary>Messages that are due, unseen by others for <see cref="Hold"/>.</summary>
    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int count, CancellationToken cancellationToken)
    {
        var messages = await account.Retries.ReceiveMessagesAsync(count, Hold, cancellationToken).ConfigureAwait(false);
        return messages.Value;
    }

    /// <summary>Length of the upload that a message stands for; 0 when the message does not say.</summary>
    public static long BytesOf(QueueMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return JsonSerializer.Deserialize(message.Body, StorageJson.Compact.RetryMessage)?.Bytes ?? 0;
        }
        catch (JsonException)
        {
            // Not recognised; the processor names it.
            return 0;
        }
    }

    /// <summary>Keeps a message unseen for as long again, or shows it to others at once with a length of zero; returns its new
    /// receipt.</summary>
    public async Task<string> HoldAsync(QueueMessage message, string receipt, TimeSpan length, CancellationToken cancellationToken)
    {
        var update = await account.Retries.UpdateMessageAsync(
            message.MessageId, receipt, message.Body, length, cancellationToken).ConfigureAwait(false);
        return update.Value.PopReceipt;
    }

    public async Task DeleteAsync(QueueMessage message, string receipt, CancellationToken cancellationToken)
        => await account.Retries.DeleteMessageAsync(message.MessageId, receipt, cancellationToken).ConfigureAwait(false);

    /// <summary>Whether nothing waits, due or not; the storage's own count, which may run ahead of messages in flight.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
        => await CountAsync(cancellationToken).ConfigureAwait(false) == 0;

    /// <summary>How many messages wait, due or not, by the storage's own count.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var properties = await account.Retries.GetPropertiesAsync(cancellationToken).ConfigureAwait(false);
        return properties.Value.ApproximateMessagesCount;
    }
}

/// <summary>One article that waits, as it travels through the queue.</summary>
/// <param name="ETag">The version that waits, or that is being removed; a newer one starts afresh, and stays.</param>
/// <param name="Attempt">The try that comes next, from 1.</param>
/// <param name="IsTombstone">True for a tombstone: completes a removal, instead of trying again.</param>
/// <param name="Trace">The trace of the attempt that sent it (W3C traceparent), which the next one continues.</param>
internal sealed record RetryMessage(string Name, string? ETag, int Attempt, bool IsTombstone = false, string? Trace = null)
{
    /// <summary>Length of the upload, for the scheduler; 0 when it is not known.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether a standing result of the same version is made anew.</summary>
    public bool IsRerun { get; init; }
}
