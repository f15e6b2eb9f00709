using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Telemetry;

/// <summary>The process's metrics, for a scraper.</summary>
/// <param name="metrics">Null where each instance has its own and a scraper would meet any of them, as on Azure.</param>
public sealed class MetricsHandlers(PrometheusMetrics? metrics = null)
{
    /// <summary>GET: all metrics in Prometheus' text format.</summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (metrics is null)
        {
            await Problem.NoMetrics().WriteAsync(context).ConfigureAwait(false);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await ResponseWriter.BytesAsync(context, metrics.Read(), PrometheusMetrics.ContentType).ConfigureAwait(false);
    }
}
