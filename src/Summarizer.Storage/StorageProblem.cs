using Azure;
using Azure.Identity;

namespace Summarizer.Storage;

/// <summary>Tells failures of the storage from others, and says in one sentence why a process cannot start with it.</summary>
public static class StorageProblem
{
    /// <summary>Whether storage refused a call or did not answer it; a call that was cancelled is no failure.</summary>
    /// <param name="exception">What the call ended with: after several tries an <see cref="AggregateException"/> of all of them, after
    /// one that ran out of time an <see cref="OperationCanceledException"/>.</param>
    /// <param name="cancellationToken">The call's own token.</param>
    public static bool IsFailure(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        RequestFailedException or AggregateException or AuthenticationFailedException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>Why storage cannot be used and what to do; null when the exception has nothing to do with storage.</summary>
    public static string? InWords(Exception exception) => exception switch
    {
        null => throw new ArgumentNullException(nameof(exception)),
        AuthenticationFailedException =>
            $"ArticleStorage names addresses, which need an Entra identity ({FirstLine(exception)}); "
            + "run az login, or give this machine a managed identity.",
        RequestFailedException or AggregateException =>
            $"Storage does not answer as it should ({FirstLine(exception.GetBaseException())}); check ArticleStorage.",
        InvalidOperationException => exception.Message,
        _ => null,
    };

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim();
}
