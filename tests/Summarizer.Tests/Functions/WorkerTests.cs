using System.Diagnostics;
using Azure.Storage;
using Azure.Storage.Sas;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.Catalog;
using Summarizer.Functions;
using Summarizer.Functions.Telemetry;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Telemetry;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Functions;

/// <summary>What the worker does around its functions: starting, log scopes, spans, and storage that refuses.</summary>
public sealed class WorkerTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AccountKey=AAAA", "Storage does not answer as it should")]
    [InlineData("nonsense", "not a storage connection string")]
    public async Task A_worker_whose_storage_does_not_let_it_in_says_why_in_one_sentence(string change, string words)
    {
        var account = azurite.NextAccount();
        var parts = account.Split(';').Select(p => p.StartsWith("AccountKey=", StringComparison.Ordinal) ? change : p);
        var connection = change == "nonsense" ? change : string.Join(';', parts);
        await using var services = Services(connection);

        var problem = await WorkerStart.PrepareAsync(services, services.GetRequiredService<IConfiguration>(), Token);

        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Contains("ArticleStorage", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Fact]
    public async Task A_worker_whose_storage_is_there_makes_the_containers()
    {
        await using var services = Services(azurite.NextAccount());

        Assert.Null(await WorkerStart.PrepareAsync(services, services.GetRequiredService<IConfiguration>(), Token));

        Assert.True(await services.GetRequiredService<StorageAccount>().Articles.ExistsAsync(Token));
    }

    [Fact]
    public async Task An_article_that_storage_refuses_waits_in_the_queue_and_is_done_when_it_no_longer_does()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text());
        await using var refused = Services(QueueOnly(storage.Account));

        await refused.GetRequiredService<ArticleIntake>().ProcessAsync("a.txt", Token);

        Assert.Null(await storage.ResultAsync("a.txt"));
        Assert.Equal(1, await storage.QueueLengthAsync());
        Assert.Empty((await storage.Account.Retries.PeekMessagesAsync(32, Token)).Value); // not due for a minute

        await storage.Retries.HandleAsync("{\"name\":\"a.txt\",\"etag\":null,\"attempt\":1}", null, Token);
        Assert.Equal(ArticleStatus.Succeeded, (await storage.ResultAsync("a.txt"))!.Status);
    }

    [Fact]
    public void The_workers_own_span_is_none_of_a_server()
    {
        var services = new ServiceCollection().AddFunctionsTelemetry(new ConfigurationBuilder().AddInMemoryCollection().Build());

        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptions<WorkerOptions>>().Value;

        Assert.Equal("1.37.0", options.Capabilities["WorkerOpenTelemetrySchemaVersion"]);
    }

    [Theory]
    [InlineData(ArticleTrace.InvocationSource, ActivityKind.Internal)]
    [InlineData("Microsoft.AspNetCore", ActivityKind.Consumer)]
    [InlineData(null, ActivityKind.Consumer)]
    public void The_articles_span_is_a_consumers_unless_an_invocation_holds_it(string? source, ActivityKind expected)
    {
        using var around = source is null ? null : new ActivitySource(source);
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s == around || s.Name == ArticleTrace.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var outer = around?.StartActivity("Invoke");
        using var inner = outer is null ? null : new Activity("between").Start();

        using var fresh = ArticleTrace.Begin("a.txt", null, null, DateTimeOffset.UnixEpoch);
        using var again = ArticleTrace.Begin(
            "a.txt", null, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", DateTimeOffset.UnixEpoch);

        Assert.Equal((expected, expected), (fresh.Kind, again.Kind));
    }

    [Fact]
    public async Task Log_entries_of_an_invocation_carry_its_id_as_the_host_looks_for_it()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var logging = LoggerFactory.Create(l => l.AddProvider(new Scoped(scopes)));
        var found = new List<object?>();

        await new InvocationScope(logging.CreateLogger<InvocationScope>()).Invoke(new Invocation(), _ =>
        {
            scopes.ForEachScope(
                (scope, to) => to.Add(((Dictionary<string, object>)scope!)[InvocationScope.Id]),
                found);
            return Task.CompletedTask;
        });

        Assert.Equal(["1234"], found);
    }

    private static ServiceProvider Services(string connection)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new(StorageNames.Connection, connection), new("Catalog:Folder", "memory")]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSummarizer(configuration)
            .AddSummarizerStorage(configuration)
            .AddSummarizerPipeline()
            .AddSummarizerCatalog(configuration)
            .AddSingleton<ArticleIntake>()
            .BuildServiceProvider();
    }

    /// <summary>A connection to the same account that opens queues and no blob, as when a role was taken away.</summary>
    private static string QueueOnly(StorageAccount account)
    {
        var credential = new StorageSharedKeyCredential(account.Retries.AccountName, AzuriteFixture.Key);
        var end = TimeProvider.System.GetUtcNow().AddHours(1);
        var sas = new AccountSasBuilder(AccountSasPermissions.All, end, AccountSasServices.Queues, AccountSasResourceTypes.All)
        {
            Protocol = SasProtocol.HttpsAndHttp,
        };
        var blobs = account.Articles.Uri.ToString()[..^StorageNames.Articles.Length].TrimEnd('/');
        var queue = account.Retries.Uri.GetLeftPart(UriPartial.Authority) + "/" + account.Retries.AccountName;
        return $"BlobEndpoint={blobs};QueueEndpoint={queue};SharedAccessSignature={sas.ToSasQueryParameters(credential)}";
    }

    private sealed class Invocation : FunctionContext
    {
        public override string InvocationId => "1234";
    }

    private sealed class Scoped(IExternalScopeProvider scopes) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
