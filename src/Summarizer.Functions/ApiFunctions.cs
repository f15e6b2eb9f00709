using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Summarizer.Web;

namespace Summarizer.Functions;

/// <summary>The routes of articles; they ask for a function key.</summary>
public sealed class ApiFunctions(ArticleHandlers articles)
{
    [Function("PutArticle")]
    public Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = ApiRoutes.Article)] HttpRequest request)
        => Answered.ByAsync(articles.PutAsync, request);

    [Function("GetArticle")]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Article)] HttpRequest request)
        => Answered.ByAsync(articles.GetAsync, request);

    [Function("DeleteArticle")]
    public Task<IActionResult> DeleteAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = ApiRoutes.Article)] HttpRequest request)
        => Answered.ByAsync(articles.DeleteAsync, request);

    [Function("ListArticles")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Articles)] HttpRequest request)
        => Answered.ByAsync(articles.ListAsync, request);
}
