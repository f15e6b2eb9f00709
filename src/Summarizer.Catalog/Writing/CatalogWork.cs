using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Storage.Reviews;

namespace Summarizer.Catalog.Writing;

/// <summary>One thing that the writer takes over into the database.</summary>
internal abstract record CatalogWork
{
    /// <param name="ETag">Null when the upload is gone.</param>
    public sealed record Upload(string Name, string? ETag) : CatalogWork;

    /// <param name="ETag">Of the result's blob; null when it is not known.</param>
    /// <param name="Entry">Null when the result is gone.</param>
    /// <param name="Text">The article's text; null when it has yet to be read.</param>
    public sealed record Result(string Name, string? ETag, ResultEntry? Entry, string? Text) : CatalogWork;

    /// <summary>The text of a result that was read.</summary>
    /// <param name="ETag">Of the result's blob that it was read from.</param>
    /// <param name="Value">Null when nothing could be read.</param>
    public sealed record TextRead(long Id, string ETag, string? Text) : CatalogWork;

    /// <summary>Looks anew at an article whose upload is gone.</summary>
    public sealed record Orphan(string Name) : CatalogWork;

    /// <summary>A blob among the results that is none of ours.</summary>
    /// <param name="ETag">Null when it is gone.</param>
    public sealed record Stranger(string Blob, string? ETag) : CatalogWork;

    /// <summary>What reviewers judged of an article.</summary>
    /// <param name="ETag">Of the review's blob; null when it is gone.</param>
    /// <param name="Review">Null when it is gone.</param>
    public sealed record Judged(string Blob, string? ETag, Review? Review) : CatalogWork;

    /// <summary>The article it is about; null when it is about none.</summary>
    public string? About => this switch
    {
        Upload u => u.Name,
        Result r => r.Name,
        Orphan o => o.Name,
        Judged j => $"{StorageNames.Reviews}/{j.Blob}",
        _ => null,
    };
}
