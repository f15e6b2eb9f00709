using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Access;

/// <summary>
/// Says on every answer that its content is of the type it declares: an upload's words must not become a script by being looked
/// at.
/// </summary>
internal static class SafeContent
{
    public static void Declare(HttpResponse response) => response.Headers.XContentTypeOptions = "nosniff";

    /// <summary>For answers of the pipeline itself too; last of all, so that clearing the headers does not take it away.</summary>
    public static IApplicationBuilder UseSafeContent(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static response =>
        {
            Declare((HttpResponse)response);
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
