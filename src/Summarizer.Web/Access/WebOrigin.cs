using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Access;

/// <summary>An origin after RFC 6454: scheme, host and port of a page.</summary>
internal static class WebOrigin
{
    /// <summary>Whether a text is an origin of the web, written as browsers write it in the header <c>Origin</c>.</summary>
    public static bool IsValid(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
           && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
           && Uri.CheckHostName(uri.Host) != UriHostNameType.Unknown
           && uri.UserInfo.Length == 0
           && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase)
           && text.All(char.IsAscii);

    /// <summary>Whether a page of <paramref name="origin"/> came from the very address that the request is for.</summary>
    public static bool IsOf(string origin, HttpRequest request)
        => IsValid(origin)
           && new Uri(origin) is var page
           && page.Scheme.Equals(request.Scheme, StringComparison.OrdinalIgnoreCase)
           && page.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
           && page.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80));
}
