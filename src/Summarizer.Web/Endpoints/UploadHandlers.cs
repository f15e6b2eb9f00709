using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Summarizer.Storage;

namespace Summarizer.Web.Endpoints;

/// <summary>The routes of what was uploaded: the file itself, and making its result anew.</summary>
public sealed class UploadHandlers(ArticleStore articles, RetryQueue queue)
{
    /// <summary>GET: the file as it was uploaded, to be saved and never shown: it may be a page with scripts.</summary>
    public Task GetAsync(HttpContext context) => RunAsync(context, async (name, upload, token) =>
    {
        var response = context.Response;
        SiteHandlers.Harden(response);
        response.Headers.CacheControl = "no-cache";
        var etag = new EntityTagHeaderValue($"\"{upload.ETag}\"");
        response.Headers.ETag = etag.ToString();
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(etag, false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name[(name.LastIndexOf('/') + 1)..]);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = "application/octet-stream";
        response.ContentLength = upload.Bytes;
        if (!HttpMethods.IsHead(context.Request.Method))
            await upload.Content.CopyToAsync(response.Body, token).ConfigureAwait(false);
    });

    /// <summary>POST: makes the result anew with today's engine; the present one is served until then.</summary>
    public Task RerunAsync(HttpContext context) => RunAsync(context, async (name, upload, token) =>
    {
        await queue.RerunAsync(name, upload.ETag, upload.Bytes, token).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = ApiRoutes.For(name);
        var answer = new PendingArticle(name, "pending", "It is in line to be done again; until then its present result stays.", null);
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, WebJson.Compact.PendingArticle))
            .ConfigureAwait(false);
    });

    private async Task RunAsync(HttpContext context, Func<string, OpenedUpload, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RequestedName.Parse(context) is not { } name)
        {
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var upload = await articles.OpenAsync(name, context.RequestAborted).ConfigureAwait(false);
        if (upload is null)
        {
            await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        await using (upload.ConfigureAwait(false))
            await handler(name, upload, context.RequestAborted).ConfigureAwait(false);
    }
}
