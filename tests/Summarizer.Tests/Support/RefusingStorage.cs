using Microsoft.AspNetCore.Builder;
using Summarizer.Host;
using Summarizer.Storage;

namespace Summarizer.Tests.Support;

/// <summary>A storage account that refuses every call for the same reason.</summary>
internal sealed class RefusingStorage(WebApplication server) : IAsyncDisposable
{
    public static async Task<RefusingStorage> StartAsync(int status, string code)
    {
        var server = WebApplication.CreateSlimBuilder().Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["x-ms-error-code"] = code;
            return Task.CompletedTask;
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new RefusingStorage(server);
    }

    /// <summary>A Host that works against it.</summary>
    public async Task<WebApplication> StartHostAsync()
    {
        var (address, key) = (server.Urls.Single(), "AccountName=a;AccountKey=YQ==");
        var app = HostApplication.Build(
        [
            new(StorageNames.Connection, $"DefaultEndpointsProtocol=http;{key};BlobEndpoint={address}/a;QueueEndpoint={address}/a;"),
        ]);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
