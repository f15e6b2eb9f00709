using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Summarizer.Tests.LanguageModel;

/// <summary>
/// A server of the chat completion API on a free loopback port. What it answers is scripted; it fails on a call nobody
/// registered.
/// </summary>
/// <remarks>Answers given by <see cref="Next"/> come first, in turn; then what <see cref="Always"/> makes of each request.</remarks>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ModelServerAnswer> next = new();
    private readonly ConcurrentQueue<ModelRequest> requests = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly WebApplication app;
    private Func<ModelRequest, ModelServerAnswer>? always;
    private int unregistered;

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>What <c>OpenAI__Endpoint</c> is set to.</summary>
    public Uri Endpoint => new($"{app.Urls.First()}/v1/");

    /// <summary>Told of every request whose scripted reply went out whole: what a real server would bill.</summary>
    public Action<ModelRequest>? Replied { get; set; }

    /// <summary>Every request so far, in the order of arrival.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public static async Task<ModelServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new ModelServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync(cancellationToken);
        return server;
    }

    public ModelServer Next(params ModelServerAnswer[] answers)
    {
        foreach (var answer in answers)
            next.Enqueue(answer);
        return this;
    }

    public ModelServer Always(Func<ModelRequest, ModelServerAnswer> answer)
    {
        always = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
        if (unregistered > 0)
            throw new InvalidOperationException($"The model's server got {unregistered} calls that nobody registered.");
        if (!next.IsEmpty)
            throw new InvalidOperationException($"{next.Count} registered answers of the model's server were never asked for.");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var request = new ModelRequest(
            $"{context.Request.Method} {context.Request.Path}",
            context.Request.Headers.Authorization.ToString(),
            body.RootElement.Clone());
        requests.Enqueue(request);
        if (!next.TryDequeue(out var answer) && (answer = always?.Invoke(request)) is null)
        {
            Interlocked.Increment(ref unregistered);
            answer = ModelServerAnswer.Status(500);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, context.RequestAborted);
        try
        {
            await answer.WriteAsync(context, ended.Token);
            if (answer.IsReply)
                Replied?.Invoke(request);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}

/// <param name="Line">Method and path.</param>
/// <param name="Authorization">The header, empty when there was none.</param>
internal sealed record ModelRequest(string Line, string Authorization, JsonElement Body)
{
    /// <summary>The words of the last message.</summary>
    public string Prompt => Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;

    public string System => Body.GetProperty("messages")[0].GetProperty("content").GetString()!;

    public bool Has(string parameter) => Body.TryGetProperty(parameter, out _);

    /// <summary>What stands between the article's markers.</summary>
    public string ArticleText
    {
        get
        {
            var start = Prompt.IndexOf('\n', Prompt.IndexOf("<<<ARTICLE", StringComparison.Ordinal)) + 1;
            return Prompt[start..Prompt.LastIndexOf("\nARTICLE", StringComparison.Ordinal)];
        }
    }
}
