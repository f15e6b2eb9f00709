using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Summarizer.Web;

namespace Summarizer.Functions;

/// <summary>Runs a handler behind the gate. It writes its whole answer itself, and the worker wants a result to run.</summary>
internal static class HandlerResult
{
    // A result that does nothing is documented to work; after a bare task the worker logs that no answer came.
    private static readonly EmptyResult Nothing = new();

    public static async Task<IActionResult> ByAsync(RequestGate gate, RequestDelegate handler, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.QueryString = WithoutKey(request.Query);
        await gate.RunAsync(request.HttpContext, handler).ConfigureAwait(false);
        return Nothing;
    }

    /// <summary>The platform takes its key from the query too; it is none of the API's parameters, and goes into no link.</summary>
    private static QueryString WithoutKey(IQueryCollection query) => QueryString.Create(query
        .Where(q => !q.Key.Equals("code", StringComparison.OrdinalIgnoreCase))
        .SelectMany(q => q.Value.Select(value => KeyValuePair.Create(q.Key, value))));
}
