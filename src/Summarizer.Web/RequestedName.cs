using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Summarizer.Storage;

namespace Summarizer.Web;

/// <summary>The article's name in a request, from the target as it was sent: servers resolve dot segments and keep some escapes.</summary>
internal static class RequestedName
{
    /// <summary>The name, decoded once; null when the path is not that of an article.</summary>
    public static string? Of(HttpContext context)
    {
        var path = SentPath(context);
        return path.StartsWith(ApiRoutes.ArticlePrefix, StringComparison.OrdinalIgnoreCase)
            ? Uri.UnescapeDataString(path[ApiRoutes.ArticlePrefix.Length..])
            : null;
    }

    /// <summary>Why the request's name may not be used; null when it may, or when no article is asked for.</summary>
    public static Problem? ProblemOf(HttpContext context)
        => Of(context) is { } name && !ArticleName.IsValid(name, out var problem) ? Problem.BadName(problem) : null;

    private static string SentPath(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (string.IsNullOrEmpty(target) || target[0] != '/')
            return context.Request.Path.Value ?? "";
        var end = target.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? target : target[..end];
    }
}
