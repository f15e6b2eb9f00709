using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Summarizer.Storage;
using Summarizer.Web.Access;
using Summarizer.Web.Limits;

namespace Summarizer.Web;

/// <summary>Stands before every handler: clients that ask too often, bad names, storage that is away, and errors that nobody foresaw all get words.</summary>
public sealed partial class RequestGate(RequestLimit limit, ILogger<RequestGate> logger)
{
    /// <summary>Runs a handler that needs an article's name.</summary>
    internal Task RunAsync(HttpContext context, Func<string, CancellationToken, Task> handler) => RunAsync(context, async token =>
    {
        if (RequestedName.ProblemOf(context) is { } problem)
            await problem.WriteAsync(context).ConfigureAwait(false);
        else if (RequestedName.Of(context) is { } name)
            await handler(name, token).ConfigureAwait(false);
        else
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>Runs any handler.</summary>
    internal async Task RunAsync(HttpContext context, Func<CancellationToken, Task> handler)
    {
        SafeContent.Declare(context.Response);
        if (limit.Exceeded(context) is { } seconds)
        {
            await Problem.TooOften(seconds).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        StoragePatience.Shorten();
        try
        {
            await handler(context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; there is nobody to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, e, context.Request.Method);
            context.Response.Headers.Clear();
            SafeContent.Declare(context.Response);
            await ProblemOf(e).WriteAsync(context).ConfigureAwait(false);
        }
    }

    private static Problem ProblemOf(Exception exception) => exception switch
    {
        RequestFailedException { ErrorCode: "LeaseIdMissing" or "LeaseIdMismatchWithBlobOperation" } => Problem.Leased(),
        RequestFailedException { Status: 0 or >= 500 } or AggregateException or OperationCanceledException => Problem.StorageAway(),
        // Removed while we run: the service takes up to a minute until it can be made again.
        RequestFailedException
        {
            ErrorCode: "ContainerBeingDeleted" or "ContainerNotFound" or "ContainerDisabled" or "QueueBeingDeleted" or "QueueNotFound"
        } => Problem.StorageAway(),
        _ => Problem.Unexpected(),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Method} request failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string method);
    }
}
