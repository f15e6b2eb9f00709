using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web;

/// <summary>An error of the API: a problem document after RFC 9457, whose detail says what to do.</summary>
/// <param name="Code">For programs: stays the same when the words change.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    /// <summary>Seconds to wait before another try; goes into the header of that name.</summary>
    [JsonIgnore]
    public int? RetryAfter { get; private init; }

    public static Problem BadName(string detail) => Create(400, "Bad article name", detail, "bad-name");

    public static Problem BadQuery(string detail) => Create(400, "Bad query", detail, "bad-query");

    public static Problem WrongKey() => Create(
        401, "Key missing or wrong", $"Send the API's key in the header {ApiRoutes.KeyHeader}.", "wrong-key");

    public static Problem ForeignOrigin() => Create(
        403, "Page of another origin",
        "This host has no key and takes writes from its own page alone; name the page's origin in Api__AllowedOrigins__0, or set Api__Key.",
        "foreign-origin");

    public static Problem NoArticle(string name) => Create(
        404, "No such article", $"There is no article {name}; upload it with PUT {ApiRoutes.For(name)}.", "no-article");

    public static Problem NoRoute(string path) => Create(
        404, "No such address", $"Nothing is served at {path}; the addresses are described at /{ApiRoutes.OpenApi}.", "no-route");

    public static Problem WrongMethod(string method) => Create(
        405, "Method not allowed", $"{method} is not served here; use a method of the header Allow.", "wrong-method");

    public static Problem TooLarge(int maxBytes) => Create(
        413, "Article too large",
        string.Create(CultureInfo.InvariantCulture, $"Upload at most {maxBytes:N0} bytes, or raise Articles__MaxBytes."),
        "too-large");

    public static Problem ReviewTooLarge(int maxBytes) => Create(
        413, "Review too large",
        string.Create(CultureInfo.InvariantCulture, $"Send at most {maxBytes:N0} bytes: the last verdict of each reviewer on a claim."),
        "review-too-large");

    public static Problem BadReview(string detail) => Create(400, "Bad review", detail, "bad-review");

    public static Problem NoReview(string name) => Create(
        404, "No review yet", $"Nobody has judged {name}; send verdicts with PUT {ApiRoutes.ReviewOf(name)}.", "no-review");

    public static Problem ReviewChanged(string name) => Create(
        412, "Review changed",
        $"The review of {name} is not as If-Match or If-None-Match asks; get it with GET {ApiRoutes.ReviewOf(name)} and send yours again.",
        "review-changed");

    public static Problem NoResult(string name) => Create(
        409, "No text yet",
        $"{name} has no result with a text to work on; GET {ApiRoutes.For(name)} says whether it waits or why it failed.", "no-result");

    public static Problem Cut() => Create(
        400, "Upload cut short", "The body ended before its announced length; upload it again.", "cut-short");

    public static Problem Misdirected() => Create(
        421, "Not served under this name",
        "This host has no key and answers under a loopback name alone, such as 127.0.0.1 or localhost; ask for it by one, or set Api__Key.",
        "misdirected");

    public static Problem BadCondition(string header) => Create(
        400, "Bad condition", $"{header} holds no ETag; write it as GET or PUT gave it, in quotation marks, or write *.", "bad-condition");

    public static Problem ConditionNotMet(string name) => Create(
        412, "Condition not met",
        $"{name} is not as If-Match or If-None-Match asks, and nothing was changed; look at it with GET {ApiRoutes.For(name)}.",
        "precondition-failed");

    public static Problem Leased() => Create(
        409, "Leased by another program",
        "A storage lease keeps the blob from being changed; try again once it is released, or break it with a storage tool.",
        "leased");

    public static Problem TooOften(int seconds) => Create(
        429, "Too many requests",
        string.Create(CultureInfo.InvariantCulture, $"Wait {seconds} s, or raise Api__RequestsPerMinute."), "too-often", seconds);

    public static Problem NotLive() => Create(
        501, "No live events here", $"Ask GET /{ApiRoutes.Articles} again every few seconds.", "not-live");

    public static Problem NoMetrics() => Create(
        501, "No metrics here", "Read them in Application Insights, or where OTEL_EXPORTER_OTLP_ENDPOINT sends them.", "no-metrics");

    public static Problem StorageUnavailable() => Create(
        503, "Storage does not answer", "Try again in a few seconds; GET /api/health tells when it is back.", "storage-away", 5);

    public static Problem Unexpected() => Create(
        500, "Unexpected error", "Try again; when it stays, the log of the server names the cause.", "unexpected");

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json";
        if (Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = $"ApiKey realm=\"Summarizer\", header=\"{ApiRoutes.KeyHeader}\"";
        if (RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(this, WebJson.Compact.Problem), context.RequestAborted).ConfigureAwait(false);
    }

    private static Problem Create(int status, string title, string detail, string code, int? retryAfter = null)
        => new("about:blank", title, status, detail, code) { RetryAfter = retryAfter };
}
