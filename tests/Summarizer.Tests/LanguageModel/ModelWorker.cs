using System.Text.Json;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.LanguageModel;

/// <summary>A worker with the model engine: storage to storage, as a process of its own would be set up.</summary>
internal sealed class ModelWorker : IAsyncDisposable
{
    private ModelWorker(string connection, StorageDriver storage) => (Connection, Storage) = (connection, storage);

    public string Connection { get; }

    public StorageDriver Storage { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ModelWorker> StartAsync(
        string connection, ModelServer server, TimeProvider? time = null, params (string Name, string Value)[] settings)
        => new(connection, await StorageDriver.StartAsync(
            connection, null, time ?? TimeProvider.System, [.. SettingsFor(server), .. settings]));

    /// <summary>What makes an entry ask this server.</summary>
    public static (string Name, string Value)[] SettingsFor(ModelServer server)
        => [("Engine", "openai"), ("OpenAI:Endpoint", server.Endpoint.ToString()), ("OpenAI:Model", "test-model")];

    public Task<ProcessingOutcome> ProcessAsync(string name) => Storage.Processor.ProcessAsync(name, Token);

    /// <summary>What the queue brings when the article's time is up, at once.</summary>
    public async Task<ProcessingOutcome> RetryAsync(string name)
    {
        var note = await NoteAsync(name);
        var etag = note?.ArticleETag ?? await Storage.Articles.ETagAsync(name, Token);
        var message = JsonSerializer.Serialize(new RetryMessage(name, etag, note?.Attempt ?? 1), StorageJson.Compact.RetryMessage);
        return (await Storage.Retries.HandleAsync(message, null, Token)).Outcome;
    }

    public Task<Deferral?> NoteAsync(string name) => Storage.Get<DeferralStore>().ReadAsync(name, Token);

    public ValueTask DisposeAsync() => Storage.DisposeAsync();
}
