using Microsoft.Extensions.Logging;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Functions;

/// <summary>
/// Takes an announced article to the processor, and to the queue when storage refuses: the queue pauses between tries, the blob
/// trigger does not.
/// </summary>
public sealed partial class ArticleIntake(ArticlePipeline processor, RetryQueue queue, ILogger<ArticleIntake> logger)
{
    public async Task ProcessAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await processor.ProcessAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (StorageProblem.IsFailure(e, cancellationToken))
        {
            // Not even the queue: then the trigger keeps the announcement, and in the end its poison queue does.
            await queue.ReturnAsync(name, cancellationToken).ConfigureAwait(false);
            Log.Deferred(logger, e, name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Storage refused what {Name} needs; it waits in the queue. See that storage answers and that the app has its roles.")]
        public static partial void Deferred(ILogger logger, Exception exception, string name);
    }
}
