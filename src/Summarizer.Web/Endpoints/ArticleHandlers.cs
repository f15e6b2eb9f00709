using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Removals;
using Summarizer.Storage;
using Summarizer.Web.Formats;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The routes of articles; each writes its whole answer, so that both entries only bind and delegate.</summary>
public sealed class ArticleHandlers(
    ServedResults results,
    DeferralStore work,
    ArticleCatalog index,
    ArticleUpload uploads,
    ArticleRemoval removal,
    IArticleDispatcher dispatcher,
    IOptions<ArticlesOptions> options,
    TimeProvider time)
{
    /// <summary>PUT: stores the body as the article.</summary>
    public Task PutAsync(HttpContext context) => WriteAsync(context, async (name, condition, token) =>
    {
        var maxBytes = options.Value.MaxBytes;
        var (body, problem) = await RequestBody.ReadAsync(context.Request, maxBytes, Problem.TooLarge(maxBytes), token)
            .ConfigureAwait(false);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var declared = RequestBody.DeclaredType(context.Request);
        if (await uploads.WriteAsync(name, body, declared, condition, token).ConfigureAwait(false) is not { } etag)
        {
            await Problem.ConditionNotMet(name).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        dispatcher.Notify(name, etag, body.Length);
        context.Response.Headers.Location = ApiRoutes.For(name);
        await PendingAsync(context, name, etag, null).ConfigureAwait(false);
    });

    /// <summary>GET: the result, or why there is none yet.</summary>
    public Task GetAsync(HttpContext context) => RunAsync(context, async (name, token) =>
    {
        var served = await results.ReadAsync(name, token).ConfigureAwait(false);
        if (served.Result is { } result)
            await ResultAsync(context, result).ConfigureAwait(false);
        else if (served.ArticleETag is { } version)
            await PendingAsync(context, name, version, await NoteAsync(name, version, token).ConfigureAwait(false)).ConfigureAwait(false);
        else
            await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>DELETE: removes the article and everything derived from it, to the end even if the client does not wait for it.</summary>
    public Task DeleteAsync(HttpContext context) => WriteAsync(context, async (name, condition, _) =>
    {
        switch (await removal.RemoveAsync(name, condition).ConfigureAwait(false))
        {
            case RemovalOutcome.Removed:
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case RemovalOutcome.NotFound:
                await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
                break;
            default:
                await Problem.ConditionNotMet(name).WriteAsync(context).ConfigureAwait(false);
                break;
        }
    });

    /// <summary>GET: the list.</summary>
    public async Task ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = RequestedQuery.Parse(context.Request, without: ["editions"]);
        if (asked.Problem is not null)
        {
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var page = await index.ListAsync(asked.Query, asked.Limit, asked.Cursor, context.RequestAborted, asked.Sort)
            .ConfigureAwait(false);
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(page, WebJson.Compact.ListPage)).ConfigureAwait(false);
    }

    /// <summary>Runs a handler of one article; the gate has let its name pass.</summary>
    private static Task RunAsync(HttpContext context, Func<string, CancellationToken, Task> handler)
        => RequestedName.Parse(context) is { } name
            ? handler(name, context.RequestAborted)
            : Problem.NoRoute(context.Request.Path).WriteAsync(context);

    /// <summary>Runs a handler that writes.</summary>
    private static Task WriteAsync(HttpContext context, Func<string, WriteCondition, CancellationToken, Task> handler)
        => RunAsync(context, (name, token) => RequestedCondition.TryParse(context.Request, out var condition, out var problem)
            ? handler(name, condition, token)
            : problem.WriteAsync(context));

    private async Task<Deferral?> NoteAsync(string name, string version, CancellationToken cancellationToken)
        => await work.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } note && note.ArticleETag == version
            ? note
            : null;

    private async Task PendingAsync(HttpContext context, string name, string version, Deferral? note)
    {
        var seconds = note is null ? 1 : Math.Max(1, Math.Ceiling((note.RetryAt - time.GetUtcNow().UtcDateTime).TotalSeconds));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.ETag = $"\"{version}\"";
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ResponseWriter.JsonAsync(
            context, JsonSerializer.SerializeToUtf8Bytes(PendingArticle.From(name, note), WebJson.Compact.PendingArticle))
            .ConfigureAwait(false);
    }

    private static async Task ResultAsync(HttpContext context, StoredResult result)
    {
        var format = AcceptHeader.Negotiate(context, AcceptHeader.Json, AcceptHeader.Markdown, AcceptHeader.Html);
        var etag = RequestedCondition.ETagOf(result.ETag, format);
        context.Response.Headers.ETag = etag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
            && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(etag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = result.IsFailure ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        if (format == AcceptHeader.Json || result.Parse() is not { } document)
        {
            await ResponseWriter.JsonAsync(context, result.Json).ConfigureAwait(false);
            return;
        }

        var text = format == AcceptHeader.Html ? ResultHtml.Render(document) : ResultMarkdown.Render(document);
        SiteHandlers.Harden(context.Response);
        await ResponseWriter.BytesAsync(context, Encoding.UTF8.GetBytes(text), $"{format}; charset=utf-8").ConfigureAwait(false);
    }
}
