using Azure.Core;
using Azure.Core.Pipeline;

namespace Summarizer.Storage;

/// <summary>How long storage that does not answer is waited for: by articles in the background half a minute a call, by a person who asks a few seconds.</summary>
public static class StoragePatience
{
    private static readonly AsyncLocal<bool> Short = new();

    /// <summary>Somebody waits for what the calling method does from here on, all it awaits and starts included.</summary>
    public static void Shorten() => Short.Value = true;

    internal static bool IsShort => Short.Value;
}

/// <summary>Tries calls again as the SDK does by default, and those that somebody waits for only once.</summary>
internal sealed class PatientRetry() : RetryPolicy(
    Retries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.8), TimeSpan.FromMinutes(1)))
{
    private const int Retries = 5;
    private const int ShortRetries = 1;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception)
        => IsWorthIt(message, exception) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception)
        => IsWorthIt(message, exception) ? base.ShouldRetryAsync(message, exception) : new(false);

    /// <summary>A call that ran out of time has used up the patience of whoever waits.</summary>
    private static bool IsWorthIt(HttpMessage message, Exception? exception)
        => !StoragePatience.IsShort
           || (message.ProcessingContext.RetryNumber < ShortRetries && exception is not OperationCanceledException);
}

/// <summary>Gives calls that somebody waits for little time to be answered in.</summary>
internal sealed class ShortTimeout : HttpPipelineSynchronousPolicy
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(4);

    /// <summary>With an upload of the largest size to carry.</summary>
    private static readonly TimeSpan ToTakeAnUpload = TimeSpan.FromSeconds(10);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (StoragePatience.IsShort)
            message.NetworkTimeout = message.Request.Content is null ? ToAnswer : ToTakeAnUpload;
    }
}
