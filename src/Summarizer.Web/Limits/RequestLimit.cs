using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Summarizer.Web.Access;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web.Limits;

/// <summary>Lets each client make so many requests a minute; off unless <c>Api__RequestsPerMinute</c> is set.</summary>
/// <remarks>Counted in this process: several instances on Azure let through as many times as much.</remarks>
public sealed class RequestLimit : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext>? limiter;

    public RequestLimit(IOptions<WebOptions> options, ClientAddress client)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(client);
        if (options.Value.RequestsPerMinute is not { } perMinute)
            return;
        limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(
            client.Resolve(context),
            _ => new TokenBucketRateLimiterOptions
            {
                // In sixths, so that who ran out waits ten seconds and not a minute.
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 6 ? 60d / perMinute : 10),
                QueueLimit = 0,
            }));
    }

    /// <summary>Seconds to wait when the client asked too often; null when it may go on. Counts the request.</summary>
    internal int? Exceeded(HttpContext context)
    {
        if (limiter is null || !ApiRoutes.NeedsKey(context.Request.Path.Value ?? ""))
            return null;
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
            return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 10;
    }

    public void Dispose() => limiter?.Dispose();
}
