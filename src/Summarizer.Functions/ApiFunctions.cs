using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Summarizer.Web;
using Summarizer.Web.Endpoints;
using Summarizer.Web.Telemetry;

namespace Summarizer.Functions;

/// <summary>The routes of articles, uploads, stances and targets; they ask for a function key.</summary>
public sealed class ApiFunctions(
    ArticleHandlers articles, UploadHandlers uploads, StanceHandlers stances, TargetHandlers targets, NewsHandlers news,
    MetricsHandlers metrics, RequestGate gate)
{
    [Function("PutArticle")]
    public Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = ApiRoutes.Article)] HttpRequest request)
        => HandlerResult.ByAsync(gate, articles.PutAsync, request);

    [Function("GetArticle")]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Article)] HttpRequest request)
        => HandlerResult.ByAsync(gate, articles.GetAsync, request);

    [Function("DeleteArticle")]
    public Task<IActionResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = ApiRoutes.Article)] HttpRequest request)
        => HandlerResult.ByAsync(gate, articles.DeleteAsync, request);

    [Function("ListArticles")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Articles)] HttpRequest request)
        => HandlerResult.ByAsync(gate, articles.ListAsync, request);

    [Function("GetUpload")]
    public Task<IActionResult> GetUploadAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Upload)] HttpRequest request)
        => HandlerResult.ByAsync(gate, uploads.GetAsync, request);

    [Function("RerunArticle")]
    public Task<IActionResult> RerunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = ApiRoutes.Rerun)] HttpRequest request)
        => HandlerResult.ByAsync(gate, uploads.RerunAsync, request);

    [Function("ListStances")]
    public Task<IActionResult> ListStancesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Stances)] HttpRequest request)
        => HandlerResult.ByAsync(gate, stances.GetAsync, request);

    [Function("GetStanceMatrix")]
    public Task<IActionResult> GetStanceMatrixAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.StanceMatrix)] HttpRequest request)
        => HandlerResult.ByAsync(gate, stances.GetMatrixAsync, request);

    [Function("GetStanceTimeline")]
    public Task<IActionResult> GetStanceTimelineAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.StanceTimeline)] HttpRequest request)
        => HandlerResult.ByAsync(gate, stances.GetTimelineAsync, request);

    [Function("ListTargets")]
    public Task<IActionResult> ListTargetsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Targets)] HttpRequest request)
        => HandlerResult.ByAsync(gate, targets.ListAsync, request);

    [Function("GetFeed")]
    public Task<IActionResult> GetFeedAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Feed)] HttpRequest request)
        => HandlerResult.ByAsync(gate, news.GetFeedAsync, request);

    [Function("GetEvents")]
    public Task<IActionResult> GetEventsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Events)] HttpRequest request)
        => HandlerResult.ByAsync(gate, news.GetEventsAsync, request);

    [Function("GetMetrics")]
    public Task<IActionResult> GetMetricsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Metrics)] HttpRequest request)
        => HandlerResult.ByAsync(gate, metrics.GetAsync, request);
}
