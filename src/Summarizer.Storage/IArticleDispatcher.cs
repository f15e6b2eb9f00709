namespace Summarizer.Storage;

/// <summary>Where this process works on articles itself: told of uploads and removals over HTTP, so that they count at once.</summary>
public interface IArticleDispatcher
{
    /// <summary>A version of an article was stored and can be taken up.</summary>
    void Notify(string name, string etag);

    /// <summary>Returns when nothing in this process works on the article any more.</summary>
    Task WithdrawAsync(string name, CancellationToken cancellationToken);
}

/// <summary>For a process that is told by the storage's own events, as on Azure.</summary>
internal sealed class NoDispatcher : IArticleDispatcher
{
    public void Notify(string name, string etag)
    {
        // The blob's event does it.
    }

    public Task WithdrawAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;
}
