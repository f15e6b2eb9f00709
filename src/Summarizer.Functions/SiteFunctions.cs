using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Summarizer.Web;
using Summarizer.Web.Endpoints;

namespace Summarizer.Functions;

/// <summary>Health, the API's description, the schemas and the page; they ask for no key and hold no article.</summary>
public sealed class SiteFunctions(SiteHandlers site, RequestGate gate)
{
    /// <summary>
    /// The root. The Functions host takes an empty route for none and puts the function's name in its place
    /// (azure-functions issue 2473).
    /// </summary>
    internal const string Root = "{nothing:maxlength(0)?}";

    [Function("GetHealth")]
    public Task<IActionResult> GetHealthAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApiRoutes.Health)] HttpRequest request)
        => HandlerResult.ByAsync(gate, site.GetHealthAsync, request);

    [Function("GetOpenApi")]
    public Task<IActionResult> GetOpenApiAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApiRoutes.OpenApi)] HttpRequest request)
        => HandlerResult.ByAsync(gate, site.GetOpenApiAsync, request);

    [Function("GetSchema")]
    public Task<IActionResult> GetSchemaAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApiRoutes.Schema)] HttpRequest request)
        => HandlerResult.ByAsync(gate, site.GetSchemaAsync, request);

    [Function("GetPage")]
    public Task<IActionResult> GetPageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request)
        => HandlerResult.ByAsync(gate, site.GetPageAsync, request);

    [Function("GetPageFile")]
    public Task<IActionResult> GetPageFileAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ApiRoutes.PageFile)] HttpRequest request)
        => HandlerResult.ByAsync(gate, site.GetPageFileAsync, request);
}
