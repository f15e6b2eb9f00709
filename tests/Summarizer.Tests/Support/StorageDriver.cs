using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Tests.Support;

/// <summary>The processor and its containers, without HTTP and without a watcher.</summary>
internal sealed class StorageDriver : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StorageDriver(ServiceProvider services) => this.services = services;

    public CallCounter Counter => Get<CallCounter>();

    public ArticlePipeline Processor => Get<ArticlePipeline>();

    public RetryMessageHandler Retries => Get<RetryMessageHandler>();

    public ArticleStore Articles => Get<ArticleStore>();

    public StorageAccount Account => Get<StorageAccount>();

    public static Task<StorageDriver> StartAsync(
        string connection, IEngine? engine = null, params (string Name, string Value)[] settings)
        => StartAsync(connection, engine, TimeProvider.System, settings);

    public static async Task<StorageDriver> StartAsync(
        string connection, IEngine? engine, TimeProvider time, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings
            .Prepend(("Catalog:Folder", "memory"))
            .Append((StorageNames.Connection, connection))
            .GroupBy(s => s.Item1).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Item2))).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(time)
            .AddSingleton<CallCounter>()
            .AddSingleton<HttpPipelinePolicy>(p => p.GetRequiredService<CallCounter>())
            .AddSummarizer(configuration)
            .AddSummarizerStorage(configuration)
            .AddSummarizerPipeline()
            .AddSummarizerCatalog(configuration);
        if (engine is not null)
            services.ReplaceEngine(engine);
        var driver = new StorageDriver(services.BuildServiceProvider());
        await driver.Account.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        driver.Counter.Clear();
        return driver;
    }

    public T Get<T>()
        where T : notnull
        => services.GetRequiredService<T>();

    public Task<string> PutAsync(string name, byte[] content)
        => Articles.WriteAsync(name, content, null, TestContext.Current.CancellationToken);

    public async Task<ArticleResult?> ResultAsync(string name)
        => (await Get<ResultStore>().ReadAsync(name, TestContext.Current.CancellationToken))?.Parse();

    public async Task<int> QueueLengthAsync()
    {
        var properties = await Account.Retries.GetPropertiesAsync(TestContext.Current.CancellationToken);
        return properties.Value.ApproximateMessagesCount;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
