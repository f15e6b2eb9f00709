using Microsoft.AspNetCore.Http;

namespace Summarizer.Web;

/// <summary>Writes a body to an answer whose status is set.</summary>
internal static class ResponseWriter
{
    public static Task JsonAsync(HttpContext context, ReadOnlyMemory<byte> json)
        => BytesAsync(context, json, "application/json; charset=utf-8");

    public static async Task BytesAsync(HttpContext context, ReadOnlyMemory<byte> body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
