namespace Summarizer.Pipeline;

/// <summary>Where this process works on articles itself: told of uploads and removals over HTTP, so that they count at once.</summary>
public interface IArticleDispatcher
{
    /// <summary>A version of an article was stored and can be taken up.</summary>
    /// <param name="name">The article.</param>
    /// <param name="etag">Its version.</param>
    /// <param name="bytes">Length of the upload.</param>
    void Notify(string name, string etag, long bytes);

    /// <summary>Stops this process's work on the article, and waits a moment for it to end; what ends later writes nothing
    /// that stays.</summary>
    Task WithdrawAsync(string name, CancellationToken cancellationToken);
}

/// <summary>For a process that is told by the storage's own events, as on Azure.</summary>
internal sealed class NoDispatcher : IArticleDispatcher
{
    public void Notify(string name, string etag, long bytes)
    {
        // The blob's event does it.
    }

    public Task WithdrawAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;
}
