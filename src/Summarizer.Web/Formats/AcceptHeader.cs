using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Summarizer.Web.Formats;

/// <summary>Chooses an answer's format by the request's header Accept (RFC 9110, 12.5.1).</summary>
internal static class AcceptHeader
{
    public const string Json = "application/json";
    public const string NdJson = "application/x-ndjson";
    public const string Csv = "text/csv";
    public const string Markdown = "text/markdown";
    public const string Html = "text/html";

    /// <summary>The best of <paramref name="offered"/>; the first when the client does not care, or wants none of them.</summary>
    public static string Negotiate(HttpContext context, params ReadOnlySpan<string> offered)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        var wanted = context.Request.GetTypedHeaders().Accept;
        var (best, bestQuality) = (offered[0], 0d);
        foreach (var type in offered)
        {
            var quality = QualityOf(type, wanted);
            if (quality > bestQuality)
                (best, bestQuality) = (type, quality);
        }

        return best;
    }

    /// <summary>The quality that the most specific of the matching ranges gives.</summary>
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> wanted) => wanted
        .Where(range => range.MatchesMediaType(type))
        .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
