using Summarizer.Storage;

namespace Summarizer.Pipeline.Deferrals;

/// <summary>Defers an article: into the queue with a delay, and why into a note that HTTP can show.</summary>
public sealed class DeferralQueue(DeferralStore notes, RetryQueue queue, TimeProvider time)
{
    /// <summary>What an article waits for while another worker drafts the same text.</summary>
    internal static readonly Deferred WhileTaken = new("Another worker is at the same text.", TimeSpan.FromSeconds(2));

    /// <summary>The longest delay taken from a server that asks to be left alone.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);

    /// <summary>A worker that died lets go of its text after this.</summary>
    private static readonly TimeSpan UntilLeaseEnds = BlobLease.Length + TimeSpan.FromSeconds(2);

    /// <summary>Delays after the first, second, third and every further failed attempt.</summary>
    private static readonly TimeSpan[] Backoff =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(32), TimeSpan.FromMinutes(2)];

    /// <summary>What an article waits for after an attempt that failed for a reason nobody foresaw.</summary>
    /// <param name="attempt">The one that failed, from 1.</param>
    internal static Deferred AfterFailure(int attempt) => new(
        $"Try {attempt} failed unexpectedly; the next one follows by itself.", Backoff[Math.Min(attempt, Backoff.Length) - 1]);

    /// <param name="message">The version, and the attempt that comes next.</param>
    /// <param name="deferred">Why and for how long, 1 s to 15 min.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal async Task DeferAsync(RetryMessage message, Deferred deferred, CancellationToken cancellationToken)
    {
        var delay = TimeSpan.FromTicks(Math.Clamp(deferred.Delay.Ticks, ShortestDelay.Ticks, LongestDelay.Ticks));
        // The message first: without it the article would be lost, without the note only its reason.
        await queue.SendAsync(message, delay, cancellationToken).ConfigureAwait(false);
        await notes.WriteAsync(
            new Deferral(message.Name, message.ETag!, deferred.Reason, time.GetUtcNow().UtcDateTime + delay, message.Attempt),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Brings an article back that another worker is at, in case that worker dies.</summary>
    internal Task RequeueAsync(RetryMessage message, CancellationToken cancellationToken)
        => queue.SendAsync(message, UntilLeaseEnds, cancellationToken);

    /// <summary>The article waits no longer.</summary>
    internal Task DeleteAsync(string name, CancellationToken cancellationToken) => notes.DeleteAsync(name, cancellationToken);
}
