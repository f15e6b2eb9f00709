using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Summarizer.Host;
using Summarizer.Storage;

namespace Summarizer.Tests.Support;

/// <summary>The whole Host in this process, on a free port, against Azurite.</summary>
internal sealed class HostDriver : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostDriver(WebApplication app, HttpClient client) => (this.app, Client) = (app, client);

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    public StorageAccount Account => app.Services.GetRequiredService<StorageAccount>();

    public Uri Address => Client.BaseAddress!;

    public static Task<HostDriver> StartAsync(string connection, params (string Name, string Value)[] settings)
        => StartAsync(connection, null, settings);

    /// <param name="connection">Its storage.</param>
    /// <param name="engine">In the place of the configured one; null for that.</param>
    /// <param name="settings">As in the environment, with colons.</param>
    public static async Task<HostDriver> StartAsync(string connection, IEngine? engine, params (string Name, string Value)[] settings)
    {
        var all = settings.Append((StorageNames.Connection, connection))
            .Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2));
        var app = HostApplication.Build(
            all, engine is null ? null : services => services.ReplaceEngine(engine));
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HostDriver(app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    public async Task<HttpResponseMessage> PutAsync(string name, byte[] content, string? type = null)
    {
        using var body = new ByteArrayContent(content);
        if (type is not null)
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Client.PutAsync(new Uri($"/api/articles/{name}", UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path)
        => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Asks for an article until it has ended; returns the status and the document.</summary>
    public Task<(HttpStatusCode Status, JsonElement Result)> EndOfAsync(string name) => Wait.UntilAsync(
        async () =>
        {
            using var response = await GetAsync($"/api/articles/{name}");
            var document = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, JsonElement.Parse(document));
        },
        answer => answer.StatusCode != HttpStatusCode.Accepted);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
