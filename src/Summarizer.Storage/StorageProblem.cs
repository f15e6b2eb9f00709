using Azure;
using Azure.Identity;

namespace Summarizer.Storage;

/// <summary>Says in one sentence why a process cannot start with its storage, and what to do.</summary>
public static class StorageProblem
{
    /// <summary>The sentence; null when the exception has nothing to do with storage.</summary>
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
