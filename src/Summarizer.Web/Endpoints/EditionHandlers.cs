using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Storage;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The route of an article's editions.</summary>
public sealed class EditionHandlers(ArticleCatalog index, ServedResults results)
{
    /// <summary>GET: the editions and derived texts of an article, with what differs.</summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RequestedName.Parse(context) is not { } name)
        {
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var token = context.RequestAborted;
        var served = await results.ReadAsync(name, token).ConfigureAwait(false);
        var result = served.Result?.Parse();
        var problem = new QueryParameters(context.Request.Query).Check()
            ?? (served.IsNothing ? Problem.NoArticle(name) : result?.Article is null ? Problem.NoResult(name) : null);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var editions = new List<EditionAnswer>();
        foreach (var found in await index.EditionsAsync(name, result!.Article!.Text, token).ConfigureAwait(false))
        {
            // Removed or made anew since it was listed.
            var other = (await results.ReadAsync(found.Name, token).ConfigureAwait(false)).Result?.Parse();
            if (other?.Article is not null)
                editions.Add(EditionAnswer.From(result, other, found.Match, token));
        }

        context.Response.Headers.CacheControl = "no-cache";
        var answer = JsonSerializer.SerializeToUtf8Bytes(new EditionList(name, editions), WebJson.Compact.EditionList);
        await ResponseWriter.JsonAsync(context, answer).ConfigureAwait(false);
    }
}
