using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Access;

/// <summary>
/// Keeps pages of other origins from a host without a key, which trusts everyone on this machine, a browser with any page in
/// it included.
/// </summary>
/// <remarks>
/// A name that leads here by DNS rebinding is stopped by its <c>Host</c>, reads included. A plain form or script of another
/// origin, whose writes a browser sends without asking first, is stopped by <c>Origin</c> or <c>Sec-Fetch-Site</c>. With a
/// key neither is needed: no page can send its header to another origin without a preflight, which only
/// <c>Api__AllowedOrigins</c> passes; and a proxy in front may well change the host's name.
/// </remarks>
internal sealed class KeylessGate(IReadOnlyList<string> allowedOrigins)
{
    /// <summary>Why the request is refused; null when it may go on.</summary>
    public Problem? Refuse(HttpRequest request)
    {
        if (!LoopbackName.Is(request.Host))
            return Problem.Misdirected();
        return IsWrite(request.Method) && !MayWrite(request.Headers) ? Problem.ForeignOrigin() : null;

        bool MayWrite(IHeaderDictionary headers) => headers.Origin is { Count: > 0 } origin
            ? allowedOrigins.Contains(origin.ToString(), StringComparer.OrdinalIgnoreCase)
              || (WebOrigin.IsOf(origin.ToString(), request) && IsOwnSite(headers))
            : IsOwnSite(headers);
    }

    /// <summary>What browsers say of the page that asks; other clients say nothing.</summary>
    private static bool IsOwnSite(IHeaderDictionary headers) => headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static bool IsWrite(string method)
        => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);
}
