using Azure.Core;
using Azure.Core.Pipeline;

namespace Summarizer.Storage;

/// <summary>How long storage that does not answer is waited for: by articles in the background half a minute a call, by a person who
/// asks a few seconds, and not at all by a loop that soon tries again by itself.</summary>
public static class StoragePatience
{
    private static readonly AsyncLocal<Length> Present = new();

    private enum Length
    {
        Long,
        Short,
        None,
    }

    /// <summary>Somebody waits for what the calling method does from here on, all it awaits and starts included.</summary>
    public static void Shorten() => Present.Value = Length.Short;

    /// <summary>What the calling method does from here on is tried once: its own loop tries again, and takes the time of
    /// what succeeds.</summary>
    public static void TryOnce() => Present.Value = Length.None;

    internal static bool IsShort => Present.Value == Length.Short;

    internal static bool IsNone => Present.Value == Length.None;
}

/// <summary>Tries calls again for half a minute, those that somebody waits for only once, and those of a loop not at all.</summary>
/// <remarks>No delay is longer than a few seconds, so that work goes on soon after storage is back.</remarks>
internal sealed class PatientRetry() : RetryPolicy(
    Retries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.8), LongestDelay))
{
    private const int Retries = 9;
    private const int ShortRetries = 1;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(4);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception)
        => IsWorthIt(message, exception) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception)
        => IsWorthIt(message, exception) ? base.ShouldRetryAsync(message, exception) : new(false);

    /// <summary>A call that ran out of time has used up the patience of whoever waits.</summary>
    private static bool IsWorthIt(HttpMessage message, Exception? exception)
        => !StoragePatience.IsNone && (!StoragePatience.IsShort
           || (message.ProcessingContext.RetryNumber < ShortRetries && exception is not OperationCanceledException));
}

/// <summary>Gives calls that somebody waits for little time to be answered in, and those of a loop less than the SDK's 100 s.</summary>
internal sealed class ShortTimeout : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(4);

    /// <summary>With an upload of the largest size to carry.</summary>
    private static readonly TimeSpan ToTakeAnUpload = TimeSpan.FromSeconds(10);

    /// <summary>A page of a long listing takes storage a second or two.</summary>
    private static readonly TimeSpan ToList = TimeSpan.FromSeconds(20);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (StoragePatience.IsShort)
            message.NetworkTimeout = message.Request.Content is null ? ToAnswer : ToTakeAnUpload;
        else if (StoragePatience.IsNone)
            message.NetworkTimeout = ToList;
    }
}
