using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>
/// A chat completion server on a loopback port that takes its time and quotes the article's first sentence; counts who
/// asks twice.
/// </summary>
internal sealed class SlowModel : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> calls = new(StringComparer.Ordinal);
    private readonly TimeSpan latency;
    private readonly WebApplication app;

    private SlowModel(WebApplication app, TimeSpan latency) => (this.app, this.latency) = (app, latency);

    public Uri Endpoint => new($"{app.Urls.First()}/v1/");

    public int Calls => calls.Values.Sum();

    /// <summary>Calls for a text that was answered before: what is paid for twice.</summary>
    public int Repeated => calls.Values.Sum(n => n - 1);

    public static async Task<SlowModel> StartAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var model = new SlowModel(builder.Build(), latency);
        model.app.Run(model.AnswerAsync);
        await model.app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var prompt = body.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
        // Paid for from here on, whether or not somebody waits for the answer.
        calls.AddOrUpdate(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(prompt))), 1, static (_, count) => count + 1);
        await Task.Delay(latency, context.RequestAborted);

        var quote = FirstSentence(prompt);
        var content = new JsonObject
        {
            ["headline"] = "",
            ["summary"] = new JsonArray(new JsonObject { ["text"] = quote, ["quotes"] = new JsonArray(quote) }),
            ["stances"] = new JsonArray(),
        };
        var answer = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = "slow",
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content.ToJsonString(), ["refusal"] = null },
                ["finish_reason"] = "stop",
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1_000, ["completion_tokens"] = 100, ["total_tokens"] = 1_100 },
        };
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }

    /// <summary>Of the article, which stands between two marked lines.</summary>
    private static string FirstSentence(string prompt)
    {
        var start = prompt.IndexOf('\n', prompt.IndexOf("<<<ARTICLE", StringComparison.Ordinal)) + 1;
        var article = prompt[start..prompt.LastIndexOf("\nARTICLE", StringComparison.Ordinal)];
        return article[..(article.IndexOf('.', StringComparison.Ordinal) + 1)];
    }
}
