using System.Text.Json;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Summarizer.Pipeline.Reviews;
using Summarizer.Storage;
using Summarizer.Storage.Reviews;
using Summarizer.Web.Formats;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The routes of reviews: what people judge of articles' claims.</summary>
public sealed class ReviewHandlers(ArticleReviews reviews)
{
    /// <summary>Bytes of one review: a thousand verdicts with notes.</summary>
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Between the review's version and the result's in an ETag; neither has one.</summary>
    private const char ResultMark = '-';

    /// <summary>GET: the review of an article.</summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RequestedName.Parse(context) is not { } name)
        {
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        switch (await reviews.ReadAsync(name, context.RequestAborted).ConfigureAwait(false))
        {
            case ReviewReading.Found found:
                await ReviewAsync(context, found.Article, found.ETag).ConfigureAwait(false);
                break;
            case ReviewReading.NoReview:
                await Problem.NoReview(name).WriteAsync(context).ConfigureAwait(false);
                break;
            default:
                await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>PUT: stores verdicts.</summary>
    public async Task PutAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (RequestedName.Parse(context) is not { } name)
        {
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        if (!RequestedCondition.TryParse(context.Request, out var condition, out var problem))
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var (body, unread) = await RequestBody
            .ReadAsync(context.Request, MaxBytes, Problem.ReviewTooLarge(MaxBytes), context.RequestAborted).ConfigureAwait(false);
        var (sent, fault) = unread is null ? SentReview.Parse(body) : (null, null);
        if (sent is null)
        {
            await (unread ?? Problem.BadReview(fault!)).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        switch (await reviews.WriteAsync(name, sent, OfReviews(condition), context.RequestAborted).ConfigureAwait(false))
        {
            case ReviewWriting.Written written:
                context.Response.StatusCode = written.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
                if (written.IsNew)
                    context.Response.Headers.Location = ApiRoutes.ReviewOf(name);
                await ReviewAsync(context, written.Article, written.ETag).ConfigureAwait(false);
                break;
            case ReviewWriting.Invalid invalid:
                await Problem.BadReview(invalid.Detail).WriteAsync(context).ConfigureAwait(false);
                break;
            case ReviewWriting.ConditionNotMet:
                await Problem.ReviewChanged(name).WriteAsync(context).ConfigureAwait(false);
                break;
            case ReviewWriting.NoResult:
                await Problem.NoResult(name).WriteAsync(context).ConfigureAwait(false);
                break;
            default:
                await Problem.NoArticle(name).WriteAsync(context).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>GET: reviews page by page, or all of them as labelled articles.</summary>
    public async Task ListAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = RequestedReviews.Parse(context.Request);
        if (asked.Problem is not null)
        {
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = "no-cache";
        if (AcceptHeader.Negotiate(context, AcceptHeader.Json, AcceptHeader.NdJson) == AcceptHeader.NdJson)
            await LabelledAsync(context, asked).ConfigureAwait(false);
        else
            await PageAsync(context, asked).ConfigureAwait(false);
    }

    /// <summary>GET: how often reviewers accept the engines' claims, and each other's verdicts.</summary>
    public async Task GetAgreementAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (new QueryParameters(context.Request.Query).Check() is { } problem)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var counter = new AgreementCounter();
        await foreach (var (_, article) in reviews.ListAsync(null, context.RequestAborted).ConfigureAwait(false))
            counter.Add(article, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(counter.Total(), WebJson.Compact.Agreement))
            .ConfigureAwait(false);
    }

    private static async Task ReviewAsync(HttpContext context, ReviewedArticle article, ETag version)
    {
        // What is stale depends on the result too.
        var etag = new EntityTagHeaderValue(
            $"\"{version.ToString("G").Trim('"')}{ResultMark}{article.Result?.ProcessedAt.Ticks:x}\"");
        context.Response.Headers.ETag = etag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
            && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(etag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await ResponseWriter.JsonAsync(
            context, JsonSerializer.SerializeToUtf8Bytes(article.Shown(context.RequestAborted), ReviewJson.Stored.Review))
            .ConfigureAwait(false);
    }

    /// <summary>The condition in the ETags of reviews alone: a re-run is no reason to refuse a verdict.</summary>
    private static WriteCondition OfReviews(WriteCondition condition)
    {
        return new WriteCondition(Plain(condition.IfMatch), Plain(condition.IfNoneMatch));

        static ETagList? Plain(ETagList? list)
            => list is null ? null : list with { Tags = [.. list.Tags.Select(t => t.Split(ResultMark)[0])] };
    }

    private async Task PageAsync(HttpContext context, RequestedReviews asked)
    {
        var items = new List<Review>();
        string? last = null, cursor = null;
        await foreach (var (blob, article) in reviews.ListAsync(asked.After, context.RequestAborted).ConfigureAwait(false))
        {
            if (asked.Of(article.Review).Verdicts.Count == 0)
                continue;
            if (items.Count == asked.Limit)
            {
                cursor = RequestedReviews.CursorAt(last!);
                break;
            }

            items.Add(asked.Of(article.Shown(context.RequestAborted)));
            last = blob;
        }

        var page = JsonSerializer.SerializeToUtf8Bytes(new ReviewPage(items, cursor), ReviewJson.Stored.ReviewPage);
        await ResponseWriter.JsonAsync(context, page).ConfigureAwait(false);
    }

    /// <summary>One article and target a line, as the evaluation reads them.</summary>
    private async Task LabelledAsync(HttpContext context, RequestedReviews asked)
    {
        context.Response.ContentType = AcceptHeader.NdJson;
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await foreach (var (_, article) in reviews.ListAsync(asked.After, context.RequestAborted).ConfigureAwait(false))
        {
            foreach (var line in LabelledArticle.From(article with { Review = asked.Of(article.Review) }))
            {
                await JsonSerializer.SerializeAsync(
                    context.Response.Body, line, WebJson.Compact.LabelledArticle, context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted).ConfigureAwait(false);
            }
        }
    }
}
