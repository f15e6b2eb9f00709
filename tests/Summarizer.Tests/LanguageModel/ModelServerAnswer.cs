using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Summarizer.Tests.LanguageModel;

/// <summary>One scripted answer of <see cref="ModelServer"/>.</summary>
internal sealed record ModelServerAnswer
{
    private int StatusCode { get; init; } = 200;

    private string Body { get; init; } = "";

    private TimeSpan Latency { get; init; }

    private Task? Gate { get; init; }

    private bool Hangs { get; init; }

    private bool BreaksOff { get; init; }

    private IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether it is a reply that goes out whole, whatever it says.</summary>
    public bool IsReply => StatusCode == 200 && !Hangs && !BreaksOff;

    /// <summary>A chat completion whose content is <paramref name="content"/>.</summary>
    public static ModelServerAnswer Content(string? content, int input = 100, int output = 20, string finish = "stop",
        string? refusal = null)
        => new()
        {
            Body = new JsonObject
            {
                ["id"] = "chatcmpl-1",
                ["object"] = "chat.completion",
                ["created"] = 1,
                ["model"] = "test",
                ["choices"] = new JsonArray(new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["refusal"] = refusal },
                    ["finish_reason"] = finish,
                }),
                ["usage"] = new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output },
            }.ToJsonString(),
        };

    /// <summary>A report with one sentence for each quote, the quote itself.</summary>
    public static ModelServerAnswer Report(params string[] quotes) => Content(ReportJson(quotes));

    public static string ReportJson(params string[] quotes) => new JsonObject
    {
        ["headline"] = "",
        ["summary"] = new JsonArray([.. quotes.Select(q => new JsonObject { ["text"] = q, ["quotes"] = new JsonArray(q) })]),
        ["stances"] = new JsonArray(),
    }.ToJsonString();

    public static ModelServerAnswer Raw(string body, int status = 200) => new() { Body = body, StatusCode = status };

    public static ModelServerAnswer Status(int status) => new() { StatusCode = status };

    public static ModelServerAnswer Error(int status, string code, string message, string? param = null, JsonObject? inner = null) => new()
    {
        StatusCode = status,
        Body = new JsonObject
        {
            ["error"] =
                new JsonObject { ["code"] = code, ["message"] = message, ["param"] = param, ["type"] = "error", ["innererror"] = inner },
        }.ToJsonString(),
    };

    /// <summary>Takes the request and never answers.</summary>
    public static ModelServerAnswer Hang() => new() { Hangs = true };

    public ModelServerAnswer After(TimeSpan latency) => this with { Latency = latency };

    /// <summary>The answer waits for <paramref name="gate"/>.</summary>
    public ModelServerAnswer After(Task gate) => this with { Gate = gate };

    public ModelServerAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };

    /// <summary>Promises the whole body and cuts the connection in its middle.</summary>
    public ModelServerAnswer CutMidBody() => this with { BreaksOff = true };

    public async Task WriteAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, cancellationToken);
        if (Gate is not null)
            await Gate.WaitAsync(cancellationToken);
        context.Response.StatusCode = StatusCode;
        context.Response.ContentType = "application/json";
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        var bytes = Encoding.UTF8.GetBytes(Body);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(BreaksOff ? bytes.AsMemory(0, bytes.Length / 2) : bytes, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
        if (BreaksOff)
            context.Abort();
    }
}
