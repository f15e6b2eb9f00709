using System.Diagnostics.Metrics;
using Azure.Core.Pipeline;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Storage.Telemetry;
using Summarizer.Telemetry;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Telemetry;

public sealed class ArticleTraceTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trace_goes_on_through_the_queue_and_articles_do_not_share_one()
    {
        ScriptedEngine engine = null!;
        engine = new ScriptedEngine((call, article) => Task.FromResult(call == 1
            ? new EngineOutcome.Unavailable(new Deferred("The model is busy.", TimeSpan.FromSeconds(1)), engine.Identity)
            : engine.Draft(article)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("waits.txt", Articles.Text(1));
        await storage.PutAsync("other.txt", Articles.Text(2));

        Assert.Equal(ProcessingOutcome.Waiting, await storage.Processor.ProcessAsync("waits.txt", Token));
        var message = await MessageAsync(storage);
        await storage.Processor.ProcessAsync("other.txt", Token);
        await storage.Retries.HandleAsync(message, null, Token);

        var (waited, other) = ((await storage.ResultAsync("waits.txt"))!.TraceId, (await storage.ResultAsync("other.txt"))!.TraceId);
        Assert.Contains($"-{waited}-", message, StringComparison.Ordinal);
        Assert.NotEqual(waited, other);
        Assert.Matches("^[0-9a-f]{32}$", other);
    }

    [Theory]
    [InlineData("""{"name":"a.txt","eTag":null,"attempt":1}""")]
    [InlineData("""{"name":"a.txt","eTag":null,"attempt":1,"trace":"nonsense"}""")]
    public async Task Messages_of_earlier_versions_and_odd_traces_begin_a_new_one(string message)
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text());

        await storage.Retries.HandleAsync(message, null, Token);

        Assert.Matches("^[0-9a-f]{32}$", (await storage.ResultAsync("a.txt"))!.TraceId);
    }

    [Fact]
    public async Task What_ended_how_is_counted()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        using var measured = new Measured(storage.Get<IMeterFactory>());
        await storage.PutAsync("good.txt", Articles.Text());
        await storage.PutAsync("empty.txt", []);

        await storage.Processor.ProcessAsync("good.txt", Token);
        await storage.Processor.ProcessAsync("empty.txt", Token);
        await storage.Processor.ProcessAsync("gone.txt", Token);

        Assert.Equal(1, measured.Sum("summarizer.article.outcomes", ("outcome", "succeeded"), ("engine", "embedded")));
        Assert.Equal(1, measured.Sum("summarizer.article.outcomes", ("outcome", "failed"), ("error.type", "empty")));
        Assert.Equal(1, measured.Sum("summarizer.article.outcomes", ("outcome", "nothing")));
        Assert.Equal(3, measured.Count("summarizer.article.duration"));
        Assert.Equal(2, measured.Count("summarizer.article.wait"));
        Assert.Equal(0, measured.Sum("summarizer.article.active"));
    }

    [Fact]
    public async Task Rejected_claims_and_cost_are_counted_as_results_spell_them()
    {
        var engine = new ScriptedEngine((_, article) => Task.FromResult<EngineOutcome>(new EngineOutcome.Drafted(new Draft(
            null,
            [
                new DraftSentence("Invented.", [new Quote("Nobody wrote this anywhere.")]),
                new DraftSentence("The roof no longer leaks.", [new Quote("the roof no longer leaks")]),
            ],
            [], 1, new EngineReport { Name = "openai", Version = "1", Model = "scripted", Cost = 0.25m }))));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        using var measured = new Measured(storage.Get<IMeterFactory>());
        await storage.PutAsync("a.txt", Articles.Text());

        await storage.Processor.ProcessAsync("a.txt", Token);

        Assert.Equal(1, measured.Sum("summarizer.claim.rejections", ("kind", "summary"), ("reason", "quote-not-found")));
        Assert.Equal(0.25, measured.Sum("summarizer.article.cost"));
    }

    [Theory]
    [InlineData("GET", "http://a.blob.core.windows.net/articles/messages/x.txt", "articles", "read")]
    [InlineData("GET", "http://127.0.0.1:1/account/articles/results/x.txt", "articles", "read")]
    [InlineData("PUT", "http://127.0.0.1:1/account/results/x.txt.json", "results", "write")]
    [InlineData("HEAD", "http://127.0.0.1:1/account/articles/x.txt", "articles", "properties")]
    [InlineData("GET", "http://127.0.0.1:1/account/articles?restype=container&comp=list", "articles", "list")]
    [InlineData("PUT", "http://127.0.0.1:1/account/article-work/claims/x?comp=lease", "article-work", "lease")]
    [InlineData("PUT", "http://127.0.0.1:1/account/article-work?restype=container", "article-work", "create")]
    [InlineData("DELETE", "http://127.0.0.1:1/account/results/x.json", "results", "delete")]
    [InlineData("POST", "http://127.0.0.1:1/account/article-retries/messages?messagettl=-1", "article-retries", "send")]
    [InlineData("GET", "http://a.queue.core.windows.net/article-retries/messages?numofmessages=16", "article-retries", "receive")]
    [InlineData("PUT", "http://a.queue.core.windows.net/article-retries/messages/1?popreceipt=x", "article-retries", "hold")]
    [InlineData("DELETE", "http://a.queue.core.windows.net/article-retries/messages/1?popreceipt=x", "article-retries", "delete")]
    [InlineData("GET", "http://a.queue.core.windows.net/article-retries?comp=metadata", "article-retries", "properties")]
    [InlineData("GET", "http://a.blob.core.windows.net/$logs/secret", "other", "read")]
    public void Storage_calls_are_told_by_what_they_do(string method, string address, string container, string operation)
    {
        var request = new HttpClientTransport().CreateRequest();
        request.Method = Azure.Core.RequestMethod.Parse(method);
        request.Uri.Reset(new Uri(address));

        Assert.Equal(new StorageCall(container, operation), StorageCall.From(request));
    }

    [Fact]
    public void Faults_are_told_without_the_words_of_exceptions()
    {
        var fault = ExceptionOutline.From(new InvalidOperationException("quotes the article", new FormatException("and again")));

        Assert.Equal("System.InvalidOperationException\n\ncaused by System.FormatException\n", fault);
    }

    private static async Task<string> MessageAsync(StorageDriver storage)
    {
        var received = await Wait.UntilAsync(() => storage.Get<RetryQueue>().ReceiveAsync(1, Token), messages => messages.Count == 1);
        return received[0].Body.ToString();
    }
}
