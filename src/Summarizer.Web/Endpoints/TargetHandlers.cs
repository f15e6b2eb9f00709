using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The route of targets, each under the name that stands for it over all articles.</summary>
public sealed class TargetHandlers(ArticleCatalog index)
{
    /// <summary>GET: the list.</summary>
    public async Task ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = RequestedTargets.Parse(context.Request);
        if (asked.Problem is not null)
        {
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var page = await index.TargetsAsync(asked.Query, asked.Limit, asked.Cursor, context.RequestAborted).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "no-cache";
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(page, WebJson.Compact.TargetPage))
            .ConfigureAwait(false);
    }
}
