using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Web.Formats;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The routes of stances, as JSON or CSV.</summary>
public sealed class StanceHandlers(ArticleCatalog index)
{
    /// <summary>A table is carried away as a whole more often than page by page.</summary>
    private const int MaxCsv = 10_000;

    private const int DefaultRows = 20;
    private const int MaxRows = 100;

    /// <summary>GET: single stances.</summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var csv = WantsCsv(context);
        var asked = csv
            ? RequestedQuery.Parse(context.Request, MaxCsv, MaxCsv, "status", "sort", "editions")
            : RequestedQuery.Parse(context.Request, without: ["status", "sort", "editions"]);
        if (await HasProblemAsync(context, asked).ConfigureAwait(false))
            return;
        var page = await index.StancesAsync(asked.Query, asked.Limit, asked.Cursor, context.RequestAborted).ConfigureAwait(false);
        if (page.Cursor is { } next)
            context.Response.Headers.Link = $"<{context.Request.Path}{NextPage.Query(context.Request, next)}>; rel=\"next\"";
        await WriteAsync(context, csv, () => Csv.From(page.Items), page, WebJson.Compact.StancePage).ConfigureAwait(false);
    }

    /// <summary>GET: targets by publishers.</summary>
    public async Task GetMatrixAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var csv = WantsCsv(context);
        var asked = RequestedQuery.Parse(context.Request, DefaultRows, MaxRows, "status", "sort", "cursor");
        if (await HasProblemAsync(context, asked).ConfigureAwait(false))
            return;
        var matrix = await index.MatrixAsync(asked.Query, asked.Limit, asked.Limit, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, csv, () => Csv.From(matrix), matrix, WebJson.Compact.StanceMatrix).ConfigureAwait(false);
    }

    /// <summary>GET: one target over time.</summary>
    public async Task GetTimelineAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var csv = WantsCsv(context);
        var asked = RequestedQuery.Parse(context.Request, without: ["status", "sort", "limit", "cursor"]);
        if (asked.Problem is null && asked.Query.Target is null)
            asked = asked with { Problem = Problem.BadQuery("target is missing; name one, such as one of GET /api/stances/matrix.") };
        if (await HasProblemAsync(context, asked).ConfigureAwait(false))
            return;
        var timeline = await index.TimelineAsync(asked.Query, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, csv, () => Csv.From(timeline), timeline, WebJson.Compact.StanceTimeline).ConfigureAwait(false);
    }

    private static bool WantsCsv(HttpContext context)
        => AcceptHeader.Negotiate(context, AcceptHeader.Json, AcceptHeader.Csv) == AcceptHeader.Csv;

    private static async Task<bool> HasProblemAsync(HttpContext context, RequestedQuery asked)
    {
        if (asked.Problem is not null)
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
        return asked.Problem is not null;
    }

    private static Task WriteAsync<T>(HttpContext context, bool csv, Func<string> table, T value, JsonTypeInfo<T> type)
    {
        context.Response.Headers.CacheControl = "no-cache";
        if (!csv)
            return ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type));
        context.Response.Headers.ContentDisposition = "attachment; filename=\"stances.csv\"";
        return ResponseWriter.BytesAsync(context, Encoding.UTF8.GetBytes(table()), "text/csv; charset=utf-8");
    }
}
