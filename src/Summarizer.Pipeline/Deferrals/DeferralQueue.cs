using Summarizer.Storage;

namespace Summarizer.Pipeline.Deferrals;

/// <summary>Puts an article off: into the queue with a delay, and why into a note that HTTP can show.</summary>
internal sealed class DeferralQueue(DeferralStore work, RetryQueue queue, TimeProvider time)
{
    /// <summary>The longest delay taken from a server that asks to be left alone.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>Delays after the first, second, third and every further failed try.</summary>
    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(32), TimeSpan.FromMinutes(2)];

    /// <summary>The engine cannot take it now; no try is spent.</summary>
    public Task WaitAsync(
        string name, ArticleSource source, int attempt, SummaryOutcome.Waiting waiting, CancellationToken cancellationToken)
    {
        var seconds = Math.Clamp(waiting.Delay.TotalSeconds, 1, LongestWait.TotalSeconds);
        return PutOffAsync(
            new RetryMessage(name, source.ETag, attempt) { Bytes = source.Bytes }, TimeSpan.FromSeconds(seconds), waiting.Reason, cancellationToken);
    }

    /// <summary>A try failed for a reason nobody foresaw.</summary>
    public Task TryAgainAsync(string name, string etag, long bytes, int failed, CancellationToken cancellationToken)
        => PutOffAsync(
            new RetryMessage(name, etag, failed + 1) { Bytes = bytes },
            Backoff[Math.Min(failed, Backoff.Length) - 1],
            $"Try {failed} failed unexpectedly; the next one follows by itself.",
            cancellationToken);

    /// <summary>Another worker is at it; comes back in case that worker dies.</summary>
    public Task LookAgainAsync(string name, ArticleSource source, int attempt, CancellationToken cancellationToken)
        => queue.SendAsync(
            new RetryMessage(name, source.ETag, attempt) { Bytes = source.Bytes }, BlobLease.Length + TimeSpan.FromSeconds(2), cancellationToken);

    private async Task PutOffAsync(RetryMessage message, TimeSpan delay, string reason, CancellationToken cancellationToken)
    {
        // The message first: without it the article would be lost, without the note only its reason.
        await queue.SendAsync(message, delay, cancellationToken).ConfigureAwait(false);
        await work.WriteNoteAsync(
            new Deferral(message.Name, message.ETag!, reason, time.GetUtcNow().UtcDateTime + delay, message.Attempt),
            cancellationToken).ConfigureAwait(false);
    }
}
