using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Queries;

/// <summary>The address of the page after this one.</summary>
internal static class NextPage
{
    /// <summary>The request's own query with another cursor.</summary>
    public static QueryString Query(HttpRequest request, string cursor) => QueryString.Create(
        request.Query.Where(q => q.Key != "cursor")
            .Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
            .Append(KeyValuePair.Create("cursor", (string?)cursor)));
}
