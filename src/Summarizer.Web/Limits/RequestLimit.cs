using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Summarizer.Web.Limits;

/// <summary>Lets each client make so many requests a minute; off unless <c>Api__RequestsPerMinute</c> is set.</summary>
/// <remarks>Counted in this process: several instances on Azure let through as many times as much.</remarks>
public sealed class RequestLimit : IDisposable
{
    private static readonly object Counted = new();

    private readonly PartitionedRateLimiter<HttpContext>? limiter;

    public RequestLimit(IOptions<WebOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Value.RequestsPerMinute is not { } perMinute)
            return;
        limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            ClientOf(context),
            _ => new TokenBucketRateLimiterOptions
            {
                // In sixths, so that who ran out waits ten seconds and not a minute.
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 6 ? 60d / perMinute : 10),
                QueueLimit = 0,
            }));
    }

    /// <summary>Seconds to wait when the client asked too often; null when it may go on. Counts a request once, however often it is asked.</summary>
    internal int? Exceeded(HttpContext context)
    {
        if (limiter is null || !ApiRoutes.NeedsKey(context.Request.Path.Value ?? "") || !context.Items.TryAdd(Counted, null))
            return null;
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 10;
    }

    public void Dispose() => limiter?.Dispose();

    /// <summary>The client's address; behind a proxy on this machine, as on Azure, the one that the proxy saw.</summary>
    private static string ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is not null && !IPAddress.IsLoopback(address))
            return address.ToString();
        var seen = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(seen, out var client)
            ? client.Address.ToString()
            : address?.ToString() ?? "unknown";
    }
}
