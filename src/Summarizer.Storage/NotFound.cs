using Azure;

namespace Summarizer.Storage;

/// <summary>Reads what may not exist: that it is not there is an answer, and no error.</summary>
internal static class NotFound
{
    /// <summary>What <paramref name="read"/> returns; null when storage answers 404.</summary>
    public static async Task<T?> AsNullAsync<T>(Func<Task<T?>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return default;
        }
    }
}
