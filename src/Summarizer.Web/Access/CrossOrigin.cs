using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web.Access;

/// <summary>Lets pages of the configured origins call the API (CORS); without any, no page of another origin may.</summary>
internal static class CrossOrigin
{
    /// <summary>How long a browser may remember the answer to a preflight.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Put, HttpMethods.Post, HttpMethods.Delete];

    public static IApplicationBuilder UseAllowedOrigins(this IApplicationBuilder app, IReadOnlyList<string> origins)
        => origins.Count == 0 ? app : app.UseCors(policy => policy
            .WithOrigins([.. origins])
            .WithMethods(Methods)
            .WithHeaders(ApiRoutes.KeyHeader, HeaderNames.Accept, HeaderNames.ContentType, HeaderNames.IfMatch, HeaderNames.IfNoneMatch)
            .WithExposedHeaders(
                HeaderNames.ETag, HeaderNames.Location, HeaderNames.Link, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate)
            .SetPreflightMaxAge(Remembered));
}
