using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Summarizer.Storage;

namespace Summarizer.Web;

/// <summary>The routes of articles; each writes its whole answer, so that both entries only bind and delegate.</summary>
public sealed class ArticleHandlers(
    ArticleStore articles,
    ResultStore results,
    WorkStore work,
    ArticleCatalog catalog,
    ArticleRemoval removal,
    IArticleDispatcher dispatcher,
    IOptions<ArticlesOptions> options,
    TimeProvider time,
    Guard guard)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>PUT: stores the body as the article.</summary>
    public Task PutAsync(HttpContext context) => guard.RunAsync(context, async (name, token) =>
    {
        var (body, problem) = await RequestBody.ReadAsync(context.Request, options.Value.MaxBytes, token).ConfigureAwait(false);
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var etag = await articles.WriteAsync(name, body, RequestBody.DeclaredType(context.Request), token).ConfigureAwait(false);
        dispatcher.Notify(name, etag);
        context.Response.Headers.Location = ApiRoutes.Of(name);
        await PendingAsync(context, name, null).ConfigureAwait(false);
    });

    /// <summary>GET: the result, or why there is none yet.</summary>
    public Task GetAsync(HttpContext context) => guard.RunAsync(context, async (name, token) =>
    {
        var present = articles.ETagAsync(name, token);
        var result = await results.ReadAsync(name, token).ConfigureAwait(false);
        var version = await present.ConfigureAwait(false);

        if (result is not null && (version is null || version == result.ArticleETag))
            await ResultAsync(context, result).ConfigureAwait(false);
        else if (version is not null)
            await PendingAsync(context, name, await NoteAsync(name, version, token).ConfigureAwait(false)).ConfigureAwait(false);
        else
            await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>DELETE: removes the article and everything derived from it.</summary>
    public Task DeleteAsync(HttpContext context) => guard.RunAsync(context, async (name, token) =>
    {
        if (await removal.RemoveAsync(name, token).ConfigureAwait(false))
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
    });

    /// <summary>GET: the list.</summary>
    public Task ListAsync(HttpContext context) => guard.RunAsync(context, async token =>
    {
        var query = context.Request.Query;
        var limit = DefaultLimit;
        ListStatus? status = null;
        Problem? problem = null;
        if (query["limit"].ToString() is { Length: > 0 } wanted
            && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
            problem = Problem.BadQuery($"limit is a whole number from 1 to {MaxLimit}.");
        if (query["status"].ToString() is { Length: > 0 } only && (status = StatusOf(only)) is null)
            problem = Problem.BadQuery("status is pending, succeeded or failed.");
        if (!ListCursor.TryParse(query["cursor"], out var cursor))
            problem = Problem.BadQuery("cursor is none that this list gave out; leave it away to start over.");
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var page = await catalog.ListAsync(Given(query["prefix"]), status, limit, cursor, token).ConfigureAwait(false);
        await Answer.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(page, WebJson.Compact.ListPage)).ConfigureAwait(false);
    });

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static ListStatus? StatusOf(string text) => text switch
    {
        "pending" => ListStatus.Pending,
        "succeeded" => ListStatus.Succeeded,
        "failed" => ListStatus.Failed,
        _ => null,
    };

    private async Task<WaitingNote?> NoteAsync(string name, string version, CancellationToken cancellationToken)
        => await work.ReadNoteAsync(name, cancellationToken).ConfigureAwait(false) is { } note && note.ArticleETag == version
            ? note
            : null;

    private async Task PendingAsync(HttpContext context, string name, WaitingNote? note)
    {
        var seconds = note is null ? 1 : Math.Max(1, Math.Ceiling((note.RetryAt - time.GetUtcNow().UtcDateTime).TotalSeconds));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Answer.JsonAsync(
            context, JsonSerializer.SerializeToUtf8Bytes(PendingArticle.Of(name, note), WebJson.Compact.PendingArticle))
            .ConfigureAwait(false);
    }

    private static async Task ResultAsync(HttpContext context, StoredResult result)
    {
        var etag = new EntityTagHeaderValue(result.ETag.ToString("H"));
        context.Response.Headers.ETag = etag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
            && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(etag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = result.IsFailure ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        await Answer.JsonAsync(context, result.Json).ConfigureAwait(false);
    }
}
