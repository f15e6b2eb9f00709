using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Telemetry;

/// <summary>The process's metrics, for a scraper.</summary>
/// <param name="guard">Stands before every handler.</param>
/// <param name="metrics">Null where each instance has its own and a scraper would meet any of them, as on Azure.</param>
public sealed class MetricsHandlers(RequestGate guard, PrometheusMetrics? metrics = null)
{
    /// <summary>GET: all metrics in Prometheus' text format.</summary>
    public Task GetAsync(HttpContext context) => guard.RunAsync(context, async _ =>
    {
        if (metrics is null)
        {
            await Problem.NoMetrics().WriteAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await ResponseWriter.BytesAsync(context, metrics.Read(), PrometheusMetrics.ContentType).ConfigureAwait(false);
    });
}
