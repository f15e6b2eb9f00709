using System.Diagnostics;
using System.Text;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Functions;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Tests.Support;
using Summarizer.Web;

namespace Summarizer.Tests.Functions;

/// <summary>One entry's routes and services, without a server; its storage is configured and never reached.</summary>
internal sealed class Entry : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly RequestDelegate pipeline;
    private readonly CallCounter counter = new();

    private Entry(Action<IApplicationBuilder> use, Action<IEndpointRouteBuilder> map, (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new(StorageNames.Connection, "UseDevelopmentStorage=true"), new("Catalog:Folder", "memory")])
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
            .Build();
        services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(new DiagnosticListener("tests"))
            .AddLogging()
            .AddRouting()
            .AddSingleton<HttpPipelinePolicy>(counter)
            .AddSummarizer(configuration)
            .AddSummarizerStorage(configuration)
            .AddSummarizerPipeline()
            .AddSummarizerCatalog(configuration)
            .AddSummarizerWeb()
            .AddSingleton<ArticleIntake>()
            .BuildServiceProvider();

        var app = new ApplicationBuilder(services);
        use(app);
        app.UseRouting();
        app.UseEndpoints(routes =>
        {
            map(routes);
            Routes = Describe(routes);
        });
        pipeline = app.Build();
    }

    /// <summary>Each method and route, such as <c>GET /api/health</c>, in order.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    /// <summary>What was asked of the storage, each try by itself.</summary>
    public IReadOnlyList<string> StorageCalls => counter.Calls;

    /// <param name="use">The pipeline before the routes.</param>
    /// <param name="map">The routes.</param>
    /// <param name="settings">As in the environment, with colons.</param>
    public static Entry Of(
        Action<IApplicationBuilder> use, Action<IEndpointRouteBuilder> map, (string Name, string Value)[] settings)
        => new(use, map, settings);

    public async Task<(int Status, string? Type, string Body)> AnswerAsync(string method, string target)
    {
        using var body = new MemoryStream();
        var response = await SendAsync(method, target, body);
        return (response.StatusCode, response.ContentType, Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>The whole answer, but for its body.</summary>
    public Task<HttpResponse> AnswerHeadAsync(string method, string target)
        => SendAsync(method, target, Stream.Null);

    private async Task<HttpResponse> SendAsync(string method, string target, Stream body)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        context.Request.Method = method;
        context.Request.Path = Uri.UnescapeDataString(mark < 0 ? target : target[..mark]);
        context.Request.QueryString = new QueryString(mark < 0 ? "" : target[mark..]);
        context.Response.Body = body;
        await pipeline(context);
        return context.Response;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static string[] Describe(IEndpointRouteBuilder routes) =>
    [
        .. from source in routes.DataSources
           from endpoint in source.Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
           let route = $"{method.ToUpperInvariant()} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"
           orderby route
           select route,
    ];
}
