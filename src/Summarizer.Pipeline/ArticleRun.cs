using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>One attempt at one version of an article: what its steps need to know of it.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Article">The version that was loaded.</param>
/// <param name="LoadedAt">The timestamp of its loading.</param>
internal sealed record ArticleRun(ProcessingRequest Request, StoredArticle Article, long LoadedAt)
{
    public string Name => Request.Name;

    public int Attempt => Request.Attempt;

    public ProcessingPolicy Policy => Request.Policy;

    public ArticleFailure Failure(FailureCode code, string message) => new(code, message, Attempt);

    /// <summary>Why the upload was not even fetched: its name or its size.</summary>
    /// <param name="maxBytes">The largest upload that is read.</param>
    public ArticleFailure WhyNotRead(int maxBytes) => ArticleName.IsValid(Name, out var problem)
        ? Failure(FailureCode.TooLarge, $"{Name} has {Article.Bytes:N0} bytes; upload at most {maxBytes:N0}, or raise Articles__MaxBytes.")
        : Failure(FailureCode.Unreadable, $"Rename the blob, or upload it again under another name: this one cannot be used. {problem}");

    /// <summary>In the place of an article that was not read, or whose reading is not to be relied on.</summary>
    public ReadArticle Unread(ArticleFailure failure, TimeProvider time) => new(
        Name,
        new ArticleSource(Article.ETag, null, Article.Bytes, null, null),
        new ArticleReading.Unreadable(failure.Code, failure.Message),
        time.GetUtcNow().UtcDateTime,
        TimeSpan.Zero);

    /// <summary>What brings this version back.</summary>
    public RetryMessage Message(int attempt) => new(Name, Article.ETag, attempt)
    {
        Bytes = Article.Bytes,
        IsRerun = Policy.Replaces,
    };

    /// <summary>Whether the note of a deferral, if there is one, no longer holds.</summary>
    public bool IsNoteOver(WriteOutcome written)
        => Policy is { Replaces: true, Requeues: false } ? written == WriteOutcome.Written : Request.ETag is not null;
}
