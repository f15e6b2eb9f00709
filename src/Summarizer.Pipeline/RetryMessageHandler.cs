using System.Text.Json;
using Microsoft.Extensions.Logging;
using Summarizer.Pipeline.Removals;
using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>Handles a message of the queue: a deferred article whose time is up, or the tombstone of a removal.</summary>
public sealed partial class RetryMessageHandler(ArticlePipeline pipeline, RemovalSteps removal, ILogger<RetryMessageHandler> logger)
{
    /// <param name="message">From the queue.</param>
    /// <param name="slow">The scheduler's, to make room for others; null for none.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The article, null when the message is not recognised.</returns>
    public async Task<(string? Name, ProcessingOutcome Outcome)> HandleAsync(
        string message, SlowNotice? slow, CancellationToken cancellationToken)
    {
        if (Parse(message) is not { Name.Length: > 0 } retry)
        {
            // Dropped: it would come back for ever.
            Log.UnrecognisedMessage(logger, StorageNames.Retries);
            return (null, ProcessingOutcome.Nothing);
        }

        if (retry.IsTombstone)
        {
            await removal.CompleteAsync(retry.Name, retry.ETag, cancellationToken).ConfigureAwait(false);
            return (retry.Name, ProcessingOutcome.Nothing);
        }

        var report = await pipeline.RunAsync(ProcessingRequest.From(retry, slow), cancellationToken).ConfigureAwait(false);
        return (retry.Name, report.Outcome);
    }

    private static RetryMessage? Parse(string message)
    {
        try
        {
            return JsonSerializer.Deserialize(message, StorageJson.Compact.RetryMessage);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message in {Queue} names no article and was dropped; only Summarizer may write there.")]
        public static partial void UnrecognisedMessage(ILogger logger, string queue);
    }
}
