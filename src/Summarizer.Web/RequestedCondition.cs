using System.Diagnostics.CodeAnalysis;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Summarizer.Storage;
using Summarizer.Web.Formats;

namespace Summarizer.Web;

/// <summary>The condition of a write, from <c>If-Match</c> and <c>If-None-Match</c>, in the ETags that GET and PUT gave.</summary>
internal static class RequestedCondition
{
    /// <summary>The ETag of a result in one format: each is a representation of its own (RFC 9110, 8.8.3).</summary>
    public static EntityTagHeaderValue ETagOf(ETag result, string format)
        => new(format == AcceptHeader.Json ? result.ToString("H") : $"{result.ToString("H")[..^1]}{EndingOf(format)}\"");

    public static bool TryParse(HttpRequest request, out WriteCondition condition, [NotNullWhen(false)] out Problem? problem)
    {
        (condition, problem) = (WriteCondition.None, null);
        if (!TryParse(request.Headers.IfMatch, isStrong: true, out var match))
            problem = Problem.BadCondition("If-Match");
        else if (!TryParse(request.Headers.IfNoneMatch, isStrong: false, out var noneMatch))
            problem = Problem.BadCondition("If-None-Match");
        else
            condition = new WriteCondition(match, noneMatch);
        return problem is null;
    }

    /// <summary>A weak ETag never matches where the comparison is strong (RFC 9110, 8.8.3.2).</summary>
    private static bool TryParse(StringValues header, bool isStrong, out ETagList? list)
    {
        list = null;
        if (header.Count == 0)
            return true;
        if (!EntityTagHeaderValue.TryParseStrictList(header, out var tags))
            return false;
        list = new ETagList(
            tags.Any(t => t.Equals(EntityTagHeaderValue.Any)),
            [.. tags.Where(t => !t.IsWeak || !isStrong).Select(t => WithoutFormat(t.Tag.ToString().Trim('"')))]);
        return true;
    }

    private static string WithoutFormat(string etag)
    {
        foreach (var format in new[] { AcceptHeader.Markdown, AcceptHeader.Html })
        {
            if (etag.EndsWith(EndingOf(format), StringComparison.Ordinal))
                return etag[..^EndingOf(format).Length];
        }

        return etag;
    }

    private static string EndingOf(string format) => $"-{format["text/".Length..]}";
}
