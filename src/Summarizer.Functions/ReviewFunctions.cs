using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Summarizer.Web;
using Summarizer.Web.Endpoints;

namespace Summarizer.Functions;

/// <summary>The routes of reviews, editions and differences; they ask for a function key.</summary>
public sealed class ReviewFunctions(
    ReviewHandlers reviews, EditionHandlers editions, DifferenceHandlers differences, RequestGate gate)
{
    [Function("GetEditions")]
    public Task<IActionResult> GetEditionsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Editions)] HttpRequest request)
        => HandlerResult.ByAsync(gate, editions.GetAsync, request);

    [Function("GetReview")]
    public Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Review)] HttpRequest request)
        => HandlerResult.ByAsync(gate, reviews.GetAsync, request);

    [Function("PutReview")]
    public Task<IActionResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = ApiRoutes.Review)] HttpRequest request)
        => HandlerResult.ByAsync(gate, reviews.PutAsync, request);

    [Function("ListReviews")]
    public Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Reviews)] HttpRequest request)
        => HandlerResult.ByAsync(gate, reviews.ListAsync, request);

    [Function("GetAgreement")]
    public Task<IActionResult> GetAgreementAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Agreement)] HttpRequest request)
        => HandlerResult.ByAsync(gate, reviews.GetAgreementAsync, request);

    [Function("GetDifferences")]
    public Task<IActionResult> GetDifferencesAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = ApiRoutes.Differences)] HttpRequest request)
        => HandlerResult.ByAsync(gate, differences.GetAsync, request);
}
