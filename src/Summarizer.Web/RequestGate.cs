using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Summarizer.Web.Access;
using Summarizer.Web.Limits;

namespace Summarizer.Web;

/// <summary>Every request passes it once, before its key is looked at and before any handler: clients that ask too often, bad names,
/// storage that is unavailable, and errors that nobody foresaw all get words.</summary>
/// <remarks>A server's own pipeline runs it as middleware. The Functions worker has none, so there each function runs it.</remarks>
public sealed partial class RequestGate(RequestLimit limit, ILogger<RequestGate> logger)
{
    /// <summary>Answers what may not pass, and hands on what may.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What comes after the gate.</param>
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        SafeContent.Declare(context.Response);
        if (Refuse(context) is { } problem)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            await next(context).ConfigureAwait(false);
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

    private Problem? Refuse(HttpContext context)
        => limit.Exceeded(context) is { } seconds ? Problem.TooOften(seconds) : RequestedName.ProblemOf(context);

    private static Problem ProblemOf(Exception exception) => exception switch
    {
        RequestFailedException { ErrorCode: "LeaseIdMissing" or "LeaseIdMismatchWithBlobOperation" } => Problem.Leased(),
        RequestFailedException { Status: 0 or >= 500 } or AggregateException or OperationCanceledException => Problem.StorageUnavailable(),
        // Removed while we run: the service takes up to a minute until it can be made again.
        RequestFailedException
        {
            ErrorCode: "ContainerBeingDeleted" or "ContainerNotFound" or "ContainerDisabled" or "QueueBeingDeleted" or "QueueNotFound"
        } => Problem.StorageUnavailable(),
        _ => Problem.Unexpected(),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Method} request failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string method);
    }
}
