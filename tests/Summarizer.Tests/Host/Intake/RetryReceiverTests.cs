using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Summarizer.Host.Intake;
using Summarizer.Host.Intake.Sharing;
using Summarizer.Storage;
using Summarizer.Tests.LanguageModel;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Intake;

public sealed class RetryReceiverTests(AzuriteFixture azurite)
{
    private const int Waiting = 12;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_article_holds_up_no_other()
    {
        var release = new TaskCompletionSource();
        var engine = new TokenEngine(async (article, _) =>
        {
            if (article.Text.Contains("took 1 years", StringComparison.Ordinal))
                await release.Task;
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        for (var i = 1; i <= Waiting; i++)
            await WaitAsync(storage, $"{i}.txt", i);
        using var receiver = Receiver(storage, parallel: 2, TimeProvider.System);

        await receiver.StartAsync(Token);

        for (var i = 2; i <= Waiting; i++)
            await Wait.UntilAsync(async () => await storage.ResultAsync($"{i}.txt") is not null);
        Assert.Null(await storage.ResultAsync("1.txt"));
        release.SetResult();
        await Wait.UntilAsync(async () => await storage.ResultAsync("1.txt") is not null && await storage.QueueLengthAsync() == 0);
        await receiver.StopAsync(Token);
    }

    [Fact]
    public async Task What_cannot_be_finished_at_the_stop_is_given_back_at_once()
    {
        var reached = new TaskCompletionSource();
        var engine = new TokenEngine(async (_, token) =>
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await WaitAsync(storage, "a.txt", 1);
        // Waiting moves this clock: the time for finishing is over as soon as it begins.
        using var receiver = Receiver(storage, parallel: 1, new ManualTime());
        await receiver.StartAsync(Token);
        await reached.Task;

        await receiver.StopAsync(Token);

        Assert.Single(await storage.Get<RetryQueue>().ReceiveAsync(1, Token));
        Assert.Empty(await storage.Account.Work.GetBlobsAsync(prefix: "claims/", cancellationToken: Token).ToListAsync(Token));
    }

    private static async Task WaitAsync(StorageDriver storage, string name, int number)
    {
        var etag = await storage.PutAsync(name, Articles.Text(number));
        await storage.Get<RetryQueue>().SendAsync(new RetryMessage(name, etag, 1), TimeSpan.Zero, Token);
    }

    private static RetryReceiver Receiver(StorageDriver storage, int parallel, TimeProvider time)
    {
        var slots = new ArticleSlots(Options.Create(new ArticlesOptions { Parallel = parallel }));
        var hosts = new Membership(storage.Get<HostRegistry>(), HostIdentity.New(), time, NullLogger<Membership>.Instance);
        var dispatcher = new ArticleDispatcher(storage.Processor, slots, hosts, time, NullLogger<ArticleDispatcher>.Instance);
        var health = new BackgroundHealth(
            new ServiceCollection().BuildServiceProvider(), new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), time);
        return new RetryReceiver(
            storage.Get<RetryQueue>(), storage.Get<RetryQueue>(), storage.Retries, slots, dispatcher, health, time,
            NullLogger<RetryReceiver>.Instance);
    }

    /// <summary>Costs money, and quotes the first sentence once the test lets it.</summary>
    private sealed class TokenEngine(Func<Article, CancellationToken, Task> before) : IEngine
    {
        public EngineReport Identity { get; } = new() { Name = "openai", Version = "test", Model = "scripted" };

        public async ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
        {
            var article = request.Article;
            await before(article, cancellationToken);
            var sentence = article.Text[..(article.Text.IndexOf('.', StringComparison.Ordinal) + 1)];
            return new EngineOutcome.Drafted(new Draft(null, [new DraftSentence(sentence, [new Quote(sentence)])], [], 1, Identity));
        }
    }
}
