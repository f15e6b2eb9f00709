using Summarizer.Storage.Entries;
using Summarizer.Storage.Reviews;

namespace Summarizer.Storage;

/// <summary>Tells the index of this process what this process itself writes, so that a reader sees it at once.</summary>
public sealed class StoreChanges
{
    /// <summary>Called after the storage has taken a change; must return soon and throw nothing.</summary>
    internal event Action<StoreChange>? Changed;

    internal void Tell(StoreChange change) => Changed?.Invoke(change);
}

/// <summary>One change of the containers.</summary>
internal abstract record StoreChange(string Name)
{
    /// <param name="ETag">The version that stands there now; null when the article was removed.</param>
    public sealed record Article(string Name, string? ETag) : StoreChange(Name);

    /// <param name="Entry">What stands there now; null when the result was removed.</param>
    /// <param name="ETag">Of the result's blob; null when the result was removed.</param>
    /// <param name="Text">The article's text; null when there is none.</param>
    public sealed record Result(string Name, ResultEntry? Entry, string? ETag = null, string? Text = null) : StoreChange(Name);

    /// <param name="ETag">Of the review's blob; null when it was removed.</param>
    /// <param name="Review">What reviewers judge now; null when it was removed.</param>
    public sealed record Judged(string Name, string? ETag, Review? Review) : StoreChange(Name);
}
