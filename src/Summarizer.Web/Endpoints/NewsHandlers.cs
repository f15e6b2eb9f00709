using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Storage.Entries;
using Summarizer.Web.Formats;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>What is new: as a feed, and live.</summary>
public sealed class NewsHandlers(ArticleCatalog index, WebEntry entry, TimeProvider time)
{
    /// <summary>How often a live connection looks for what other processes did; the index itself spends at most 5 % of its time on
    /// it.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>After so many looks without news a comment goes out, before a proxy takes the silence for the end.</summary>
    private const int QuietLooks = 15;

    /// <summary>GET: the newest results as an Atom feed.</summary>
    public async Task GetFeedAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asked = RequestedQuery.Parse(context.Request, without: ["sort", "editions"]);
        if (asked.Problem is not null)
        {
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var query = asked.Query with { Status = asked.Query.Status ?? ListStatus.Succeeded };
        var page = await index.ListAsync(query, asked.Limit, asked.Cursor, context.RequestAborted, ArticleSort.Processed)
            .ConfigureAwait(false);
        var request = context.Request;
        var site = $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}/";
        var next = page.Cursor is { } cursor ? NextPage.Query(request, cursor).ToUriComponent() : null;
        context.Response.Headers.CacheControl = "no-cache";
        var feed = AtomFeed.Create(
            new FeedAddress(site, request.QueryString.ToUriComponent(), next), page.Items, time.GetUtcNow().UtcDateTime);
        await ResponseWriter.BytesAsync(context, feed, "application/atom+xml; charset=utf-8").ConfigureAwait(false);
    }

    /// <summary>GET: every change as a server-sent event, until the client leaves.</summary>
    public async Task GetEventsAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!entry.Live)
        {
            await Problem.NotLive().WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var asked = RequestedQuery.Parse(context.Request, without: ["sort", "editions", "limit", "cursor"]);
        if (asked.Problem is not null)
        {
            await asked.Problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, entry.Stopping);
        using var subscription = index.Subscribe();
        await index.FreshenAsync(context.RequestAborted).ConfigureAwait(false);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await SendAsync(context, "event: ready\ndata: {}\n\n", context.RequestAborted).ConfigureAwait(false);
        try
        {
            await FollowAsync(context, asked.Query, subscription, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The server stops; the client asks again.
        }
    }

    private async Task FollowAsync(
        HttpContext context, ArticleQuery query, ChangeSubscription subscription, CancellationToken cancellationToken)
    {
        var quiet = 0;
        var next = subscription.Changes.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            await Task.WhenAny(next, Task.Delay(Look, time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!next.IsCompleted)
            {
                await index.FreshenAsync(cancellationToken).ConfigureAwait(false);
                if (++quiet % QuietLooks == 0)
                    await SendAsync(context, ": still here\n\n", cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (!await next.ConfigureAwait(false))
            {
                // Too much at once: the client looks at everything anew.
                await SendAsync(context, "event: reload\ndata: {}\n\n", cancellationToken).ConfigureAwait(false);
                return;
            }

            var changes = new List<CatalogChange>();
            while (subscription.Changes.TryRead(out var change))
                changes.Add(change);
            var events = string.Concat((await WantedAsync(query, changes, cancellationToken).ConfigureAwait(false)).Select(EventOf));
            if (events.Length > 0)
                await SendAsync(context, events, cancellationToken).ConfigureAwait(false);
            (quiet, next) = (0, subscription.Changes.WaitToReadAsync(cancellationToken).AsTask());
        }
    }

    /// <summary>The changes of articles that the query finds; a removal is told whatever the query, as what is gone can be asked
    /// nothing.</summary>
    private async Task<IEnumerable<CatalogChange>> WantedAsync(
        ArticleQuery query, List<CatalogChange> changes, CancellationToken cancellationToken)
    {
        // The author's stances are the default of lists, and narrow nothing without another question.
        if (query with { Holder = HolderKind.All } == ArticleQuery.All)
            return changes;
        string[] names = [.. changes.Where(c => c.Item is not null).Select(c => c.Name).Distinct(StringComparer.Ordinal)];
        if (names.Length == 0)
            return changes;
        var found = (await index.FindAsync(query, names, cancellationToken).ConfigureAwait(false)).Select(i => i.Name)
            .ToHashSet(StringComparer.Ordinal);
        return changes.Where(c => c.Item is null || found.Contains(c.Name));
    }

    private static string EventOf(CatalogChange change) => change.Item is { } item
        ? $"event: article\ndata: {JsonSerializer.Serialize(item, WebJson.Compact.ArticleItem)}\n\n"
        : $"event: removed\ndata: {JsonSerializer.Serialize(new RemovedArticle(change.Name), WebJson.Compact.RemovedArticle)}\n\n";

    private static async Task SendAsync(HttpContext context, string events, CancellationToken cancellationToken)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(events), cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
