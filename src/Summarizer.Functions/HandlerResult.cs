using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Summarizer.Functions;

/// <summary>Bridges a handler that writes its whole answer to the worker, which wants a result to run.</summary>
internal static class HandlerResult
{
    // A result that does nothing is documented to work; after a bare task the worker logs that no answer came.
    private static readonly EmptyResult Nothing = new();

    public static async Task<IActionResult> ByAsync(Func<HttpContext, Task> handler, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.QueryString = WithoutKey(request.Query);
        await handler(request.HttpContext).ConfigureAwait(false);
        return Nothing;
    }

    /// <summary>The platform takes its key from the query too; it is none of the API's parameters, and goes into no link.</summary>
    private static QueryString WithoutKey(IQueryCollection query) => QueryString.Create(query
        .Where(q => !q.Key.Equals("code", StringComparison.OrdinalIgnoreCase))
        .SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value))));
}
