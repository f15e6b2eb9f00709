namespace Summarizer.Storage;

/// <summary>What must, or must not, stand under a name for a write to be carried out (RFC 9110, 13.1.1 and 13.1.2).</summary>
/// <param name="IfMatch">ETags of which one must stand there; null for any state.</param>
/// <param name="IfNoneMatch">ETags of which none may stand there; null for any state.</param>
public sealed record WriteCondition(ETagList? IfMatch, ETagList? IfNoneMatch)
{
    public static WriteCondition None { get; } = new(null, null);

    public bool IsNone => this is { IfMatch: null, IfNoneMatch: null };

    /// <summary>Whether <paramref name="standing"/> allows the write.</summary>
    public bool IsMetBy(ArticleStanding standing)
        => IfMatch?.Matches(standing) != false && IfNoneMatch?.Matches(standing) != true;

    /// <summary>Whether a document with this ETag, without quotation marks, allows the write; null where there is none.</summary>
    internal bool IsMetBy(string? etag) => IfMatch?.Matches(etag) != false && IfNoneMatch?.Matches(etag) != true;
}

/// <param name="Any">Whether everything that exists matches: <c>*</c>.</param>
/// <param name="Tags">Strong ETags, without quotation marks.</param>
public sealed record ETagList(bool Any, IReadOnlyList<string> Tags)
{
    /// <summary>An article has the ETag of its upload, and that of its result while the result is made from that very upload.</summary>
    internal bool Matches(ArticleStanding standing)
    {
        var isPresent = standing.ArticleETag is null || standing.ArticleETag == standing.MadeFrom;
        string?[] present = [standing.ArticleETag, isPresent ? standing.Result?.ToString().Trim('"') : null];
        return present.Any(Matches);
    }

    internal bool Matches(string? etag) => etag is not null && (Any || Tags.Contains(etag, StringComparer.Ordinal));
}
