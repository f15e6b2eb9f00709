using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Summarizer.Tests.Telemetry;

/// <summary>An OTLP collector on a free loopback port: takes HTTP with protobuf and keeps the bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string? Type, byte[] Body)> received = new();
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    /// <summary>What <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set to.</summary>
    public string Endpoint => app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var collector = new Collector(builder.Build());
        collector.app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            collector.received.Enqueue((context.Request.Path, context.Request.ContentType, body.ToArray()));
        });
        await collector.app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>All that came to <paramref name="path"/>, byte by byte; the names in it stand as they are.</summary>
    public string Received(string path)
    {
        var bodies = received.Where(r => r.Path == path).ToList();
        Assert.All(bodies, r => Assert.Equal("application/x-protobuf", r.Type));
        return string.Concat(bodies.Select(r => Encoding.Latin1.GetString(r.Body)));
    }

    /// <summary>The messages at <paramref name="fields"/>, each step a field number, of all that came to <paramref name="path"/>.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Messages(string path, params int[] fields)
    {
        IEnumerable<ReadOnlyMemory<byte>> found = received.Where(r => r.Path == path).Select(r => (ReadOnlyMemory<byte>)r.Body);
        foreach (var field in fields)
            found = found.SelectMany(m => Protobuf.Fields(m).Where(f => f.Number == field).Select(f => f.Content)).ToList();
        return [.. found];
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
