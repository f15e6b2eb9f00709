using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Storage;

namespace Summarizer.Web.Endpoints;

/// <summary>Health, the API's description, the schemas and the page.</summary>
public sealed class SiteHandlers(StorageAccount account, IEnumerable<IHealthSource> sources, ArticleCatalog catalog)
{
    /// <summary>How long storage may take to count as answering.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>GET: whether articles are processed.</summary>
    public async Task GetHealthAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reason = await StorageProblemAsync(context.RequestAborted).ConfigureAwait(false)
            ?? sources.Select(source => source.Problem).FirstOrDefault(problem => problem is not null);
        context.Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        string[] notes = catalog.Problem is { } note ? [note] : [];
        var report = new HealthReport(reason is null ? "healthy" : "unhealthy", reason, notes);
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(report, WebJson.Compact.HealthReport))
            .ConfigureAwait(false);
    }

    /// <summary>GET: the API's description.</summary>
    public Task GetOpenApiAsync(HttpContext context) => FileAsync(context, "Contracts/openapi.v1.json");

    /// <summary>GET: a JSON Schema, by its file name.</summary>
    public Task GetSchemaAsync(HttpContext context) => FileAsync(context, "Contracts/" + LastSegment(context));

    /// <summary>GET: the page.</summary>
    public Task GetPageAsync(HttpContext context) => FileAsync(context, "Page/index.html");

    /// <summary>GET: a style sheet or script of the page, by its file name.</summary>
    public Task GetPageFileAsync(HttpContext context) => FileAsync(context, "Page/" + LastSegment(context));

    private async Task FileAsync(HttpContext context, string file)
    {
        if (SiteFile.Find(file) is not { } found)
        {
            await Problem.NoRoute(context.Request.Path).WriteAsync(context).ConfigureAwait(false);
            return;
        }

        Harden(context.Response);
        context.Response.Headers.ETag = found.ETag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == found.ETag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await ResponseWriter.BytesAsync(context, found.Content, found.ContentType).ConfigureAwait(false);
    }

    /// <summary>Whatever an article holds, a browser runs nothing of it and tells nobody of it.</summary>
    internal static void Harden(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string LastSegment(HttpContext context)
        => (context.Request.Path.Value ?? "").Split('/')[^1];

    private async Task<string?> StorageProblemAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await Task.WhenAll(
                account.Articles.GetPropertiesAsync(cancellationToken: limit.Token),
                account.Results.GetPropertiesAsync(cancellationToken: limit.Token)).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (StorageProblem.IsFailure(e, cancellationToken))
        {
            return e switch
            {
                RequestFailedException { Status: > 0 } refused
                    => $"Storage answered {refused.Status} {refused.ErrorCode}; check ArticleStorage and the account's rights.",
                AuthenticationFailedException
                    => "ArticleStorage needs an Entra identity, and none was found; run az login, or give this machine one.",
                _ => $"Storage did not answer within {Limit.TotalSeconds:0} s; check ArticleStorage and the network.",
            };
        }
    }
}
