using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Summarizer.Storage;
using Summarizer.Web.Access;
using Summarizer.Web.Endpoints;
using Summarizer.Web.Limits;
using Summarizer.Web.Telemetry;

namespace Summarizer.Web;

/// <summary>Registers the handlers, and maps them where a process has a pipeline of its own.</summary>
public static class WebServices
{
    private static readonly string[] Get = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddSummarizerWeb(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>()
        .AddSingleton<IValidateOptions<WebOptions>, AccessOptionsValidator>()
        .AddCors()
        .AddOptions<WebOptions>().BindConfiguration("Api").ValidateOnStart().Services
        .AddSingleton(WebEntry.NotLive)
        .AddSingleton<ClientAddress>()
        .AddSingleton<RequestLimit>()
        .AddSingleton<RequestGate>()
        .AddSingletonFor<ArticleHandlers>(StorageUse.Interactive)
        .AddSingletonFor<UploadHandlers>(StorageUse.Interactive)
        .AddSingleton<StanceHandlers>()
        .AddSingleton<TargetHandlers>()
        .AddSingletonFor<EditionHandlers>(StorageUse.Interactive)
        .AddSingletonFor<DifferenceHandlers>(StorageUse.Interactive)
        .AddSingletonFor<ReviewHandlers>(StorageUse.Interactive)
        .AddSingleton<NewsHandlers>()
        .AddSingleton<MetricsHandlers>()
        .AddSingletonFor<SiteHandlers>(StorageUse.Interactive);

    /// <summary>
    /// The pipeline before the routes: who may ask, the gate, and words for every bare status.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="hasKey">Whether the API asks for a key. Without one only this machine's own clients and pages are answered.</param>
    public static IApplicationBuilder UseSummarizerWeb(this IApplicationBuilder app, bool hasKey)
    {
        ArgumentNullException.ThrowIfNull(app);
        var origins = app.ApplicationServices.GetRequiredService<IOptions<WebOptions>>().Value.AllowedOrigins.AsReadOnly();
        app.UseSafeContent();
        app.UseStatusCodePages(static pages => pages.HttpContext switch
        {
            { Response.StatusCode: 404 } context => Problem.NoRoute(context.Request.Path).WriteAsync(context),
            { Response.StatusCode: 405 } context => Problem.WrongMethod(context.Request.Method).WriteAsync(context),
            _ => Task.CompletedTask,
        });
        if (!hasKey)
        {
            var gate = new KeylessGate(origins);
            app.Use((context, next) => gate.Refuse(context.Request) is { } problem ? problem.WriteAsync(context) : next(context));
        }

        app.UseAllowedOrigins(origins);
        return app.UseRequestGate();
    }

    /// <summary>
    /// The gate before the key is asked for, so that keys cannot be tried one after the other, and before the routes, which would
    /// resolve some names away.
    /// </summary>
    internal static IApplicationBuilder UseRequestGate(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<RequestGate>();
        return app.Use(next => context => gate.RunAsync(context, next));
    }

    /// <summary>Answers a request without the right key.</summary>
    public static Task WriteWrongKeyAsync(HttpContext context) => Problem.WrongKey().WriteAsync(context);

    public static IEndpointRouteBuilder MapSummarizerWeb(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var articles = app.ServiceProvider.GetRequiredService<ArticleHandlers>();
        var uploads = app.ServiceProvider.GetRequiredService<UploadHandlers>();
        var stances = app.ServiceProvider.GetRequiredService<StanceHandlers>();
        var reviews = app.ServiceProvider.GetRequiredService<ReviewHandlers>();
        var news = app.ServiceProvider.GetRequiredService<NewsHandlers>();
        var site = app.ServiceProvider.GetRequiredService<SiteHandlers>();
        app.MapMethods(ApiRoutes.Articles, Get, articles.ListAsync);
        app.MapMethods(ApiRoutes.Article, Get, articles.GetAsync);
        app.MapMethods(ApiRoutes.Article, [HttpMethods.Put], articles.PutAsync);
        app.MapMethods(ApiRoutes.Article, [HttpMethods.Delete], articles.DeleteAsync);
        app.MapMethods(ApiRoutes.Upload, Get, uploads.GetAsync);
        app.MapMethods(ApiRoutes.Rerun, [HttpMethods.Post], uploads.RerunAsync);
        app.MapMethods(ApiRoutes.Stances, Get, stances.GetAsync);
        app.MapMethods(ApiRoutes.StanceMatrix, Get, stances.GetMatrixAsync);
        app.MapMethods(ApiRoutes.StanceTimeline, Get, stances.GetTimelineAsync);
        app.MapMethods(ApiRoutes.Targets, Get, app.ServiceProvider.GetRequiredService<TargetHandlers>().ListAsync);
        app.MapMethods(ApiRoutes.Editions, Get, app.ServiceProvider.GetRequiredService<EditionHandlers>().GetAsync);
        app.MapMethods(ApiRoutes.Differences, Get, app.ServiceProvider.GetRequiredService<DifferenceHandlers>().GetAsync);
        app.MapMethods(ApiRoutes.Reviews, Get, reviews.ListAsync);
        app.MapMethods(ApiRoutes.Review, Get, reviews.GetAsync);
        app.MapMethods(ApiRoutes.Review, [HttpMethods.Put], reviews.PutAsync);
        app.MapMethods(ApiRoutes.Agreement, Get, reviews.GetAgreementAsync);
        app.MapMethods(ApiRoutes.Feed, Get, news.GetFeedAsync);
        app.MapMethods(ApiRoutes.Events, Get, news.GetEventsAsync);
        app.MapMethods(ApiRoutes.Metrics, Get, app.ServiceProvider.GetRequiredService<MetricsHandlers>().GetAsync);
        app.MapMethods(ApiRoutes.Health, Get, site.GetHealthAsync);
        app.MapMethods(ApiRoutes.OpenApi, Get, site.GetOpenApiAsync);
        app.MapMethods(ApiRoutes.Schema, Get, site.GetSchemaAsync);
        app.MapMethods(ApiRoutes.PageFile, Get, site.GetPageFileAsync);
        app.MapMethods("/" + ApiRoutes.Page, Get, site.GetPageAsync);
        return app;
    }
}
