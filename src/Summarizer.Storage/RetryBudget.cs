using Azure.Core;
using Azure.Core.Pipeline;

namespace Summarizer.Storage;

/// <summary>How often and for how long a call of the storage is tried.</summary>
/// <param name="Retries">Tries after the first.</param>
/// <param name="ToAnswer">Time for one try to be answered; null for the SDK's 100 s.</param>
/// <param name="ToUpload">The same for a try that carries content.</param>
/// <param name="AfterTimeout">Whether a try that ran out of time is followed by another.</param>
internal sealed record RetryBudget(int Retries, TimeSpan? ToAnswer, TimeSpan? ToUpload, bool AfterTimeout)
{
    /// <summary>About half a minute, without the time that the tries themselves take.</summary>
    private static readonly RetryBudget Background = new(9, null, null, AfterTimeout: true);

    /// <summary>An upload has the largest size to carry. A try that ran out of time has used up what the client will wait.</summary>
    private static readonly RetryBudget Interactive = new(1, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(10), AfterTimeout: false);

    /// <summary>A page of a long listing takes storage a second or two.</summary>
    private static readonly RetryBudget Polling = new(0, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(20), AfterTimeout: false);

    public static RetryBudget For(StorageUse use) => use switch
    {
        StorageUse.Background => Background,
        StorageUse.Interactive => Interactive,
        StorageUse.Polling => Polling,
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "No retry budget is known for this use."),
    };
}

/// <summary>Repeats a call within its budget; no pause is longer than seconds, so that work goes on soon after storage is back.</summary>
internal sealed class BudgetedRetry(RetryBudget budget) : RetryPolicy(
    budget.Retries, DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(4)))
{
    protected override bool ShouldRetry(HttpMessage message, Exception? exception)
        => MayFollow(exception) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception)
        => MayFollow(exception) ? base.ShouldRetryAsync(message, exception) : new(false);

    private bool MayFollow(Exception? exception) => budget.AfterTimeout || exception is not OperationCanceledException;
}

/// <summary>Bounds the time of each try.</summary>
internal sealed class BudgetedTimeout(RetryBudget budget) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
        => message.NetworkTimeout = (message.Request.Content is null ? budget.ToAnswer : budget.ToUpload) ?? message.NetworkTimeout;
}
