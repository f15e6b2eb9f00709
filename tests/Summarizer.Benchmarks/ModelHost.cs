using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host;
using Summarizer.Host.Azurite;
using Summarizer.Host.Intake;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>The whole Host in this process, on a storage account of its own, with a loopback model behind it.</summary>
internal sealed class ModelHost : IAsyncDisposable
{
    private const string Key = "c3VtbWFyaXplci1iZW5jaG1hcmtzLW5vLXNlY3JldA==";

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private readonly WebApplication app;

    private ModelHost(WebApplication app) => this.app = app;

    private OutcomeTracker Outcomes => app.Services.GetRequiredService<ArticleDispatcher>().Outcomes;

    /// <summary>Azurite with so many accounts, for <see cref="BuildAsync"/>.</summary>
    public static Task<AzuriteServer> StartStorageAsync(int accounts)
        => AzuriteServer.StartInMemoryAsync(string.Join(';', Enumerable.Range(0, accounts).Select(i => $"{Name(i)}:{Key}")),
            CancellationToken.None);

    /// <summary>Everything set up and nothing started.</summary>
    public static async Task<ModelHost> BuildAsync(
        AzuriteServer azurite, int account, ModelTraffic model, params IEnumerable<KeyValuePair<string, string?>> more)
    {
        var connection = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Name(account)};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{azurite.BlobPort}/{Name(account)};"
            + $"QueueEndpoint=http://127.0.0.1:{azurite.QueuePort}/{Name(account)};");
        var app = HostApplication.Build([new(StorageNames.Connection, connection), .. model.Settings, .. more]);
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        return new ModelHost(app);
    }

    /// <summary>Puts an article into the container, past the Host, as any storage tool does.</summary>
    public Task UploadAsync(string name, byte[] content)
        => app.Services.GetRequiredService<ArticleStore>().WriteAsync(name, content, null, CancellationToken.None);

    /// <summary>Seconds for a bare loop: each article read, sent to the model, the answer written.</summary>
    public async Task<double> BareAsync(ModelTraffic model, IEnumerable<string> names, int parallel)
    {
        var account = app.Services.GetRequiredService<StorageAccount>();
        using var client = new HttpClient();
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = parallel }, async (name, token) =>
        {
            var article = await account.Articles.GetBlobClient(name).DownloadContentAsync(token);
            var answer = await model.CallAsync(client, article.Value.Content.ToString());
            await account.Work.GetBlobClient($"bare/{name}").UploadAsync(BinaryData.FromBytes(answer), token);
        });
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    public Task StartAsync() => app.StartAsync();

    /// <summary>Waits until every article has its result or its named failure; false when it takes longer than the limit.</summary>
    public async Task<bool> UntilThroughAsync(IEnumerable<string> names, TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        foreach (var name in names)
        {
            while (!Outcomes.HasEnded(name))
            {
                if (patience.IsCancellationRequested)
                    return false;
                await Task.Delay(Glance);
            }
        }

        return true;
    }

    /// <summary>What the storage holds for these articles: results, named failures, nothing.</summary>
    public async Task<(int Succeeded, int Failed, int Missing)> CountAsync(IEnumerable<string> names)
    {
        var (succeeded, failed, missing) = (0, 0, 0);
        foreach (var name in names)
        {
            var result = (await app.Services.GetRequiredService<ResultStore>().ReadAsync(name, CancellationToken.None))?.Parse();
            _ = result switch
            {
                null => missing++,
                { Status: ArticleStatus.Succeeded } => succeeded++,
                _ => failed++,
            };
        }

        return (succeeded, failed, missing);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static string Name(int account) => string.Create(CultureInfo.InvariantCulture, $"benchmark{account}");
}
