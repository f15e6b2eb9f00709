using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Summarizer.Storage.Reviews;

namespace Summarizer.Web.Queries;

/// <summary>What the address of the list of reviews requests.</summary>
/// <param name="Reviewer">Whose verdicts; null for all.</param>
/// <param name="From">The first day of verdicts, UTC; null for all.</param>
/// <param name="After">The blob at which the page before ended.</param>
/// <param name="Problem">What is wrong with it; null when the rest can be used.</param>
internal sealed record RequestedReviews(string? Reviewer, DateOnly? From, int Limit, string? After, Problem? Problem)
{
    public static RequestedReviews Parse(HttpRequest request)
    {
        var values = new QueryValues(request.Query);
        var limit = values.Limit(RequestedQuery.DefaultLimit, RequestedQuery.MaxLimit);
        if (!TryParse(values.Cursor(), out var after))
            values.RefuseCursor();
        return new RequestedReviews(values.Text("reviewer"), values.Day("from"), limit, after, values.Check());
    }

    public static string CursorAt(string blob) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(blob));

    private static bool TryParse(string cursor, out string? after)
    {
        after = cursor.Length > 0 && Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : null;
        return cursor.Length == 0 || (after is not null && CursorAt(after) == cursor);
    }

    /// <summary>The verdicts requested of a review.</summary>
    public Review Of(Review review) => review with
    {
        Verdicts =
        [
            .. review.Verdicts.Where(v => (Reviewer is null || string.Equals(v.Reviewer, Reviewer, StringComparison.OrdinalIgnoreCase))
                && (From is not { } day || v.At >= day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))),
        ],
    };
}
