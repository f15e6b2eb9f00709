using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.LanguageModel.Limits;
using Summarizer.Storage;
using Summarizer.Storage.Removals;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Storage;

public sealed class StorageUseTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageUse.Interactive, 2)]
    [InlineData(StorageUse.Polling, 1)]
    public async Task What_somebody_or_a_loop_waits_for_is_soon_given_up(StorageUse use, int tries)
    {
        var counter = new CallCounter();
        var account = UnavailableStorage.Connect(use, counter);

        await Assert.ThrowsAnyAsync<Exception>(async () => await account.Articles.GetBlobClient("a").DownloadContentAsync(Token));

        Assert.Equal(tries, counter.Calls.Count);
    }

    [Fact]
    public async Task Background_work_goes_on_trying()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (counter, limits) = (new CallCounter(), new Limits());
        var call = UnavailableStorage.Connect(StorageUse.Background, counter, limits)
            .Articles.GetBlobClient("a").DownloadContentAsync(stop.Token);

        await Wait.UntilAsync(() => counter.Calls.Count > 3);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.All(limits.Seen, limit => Assert.Null(limit));
    }

    [Theory]
    [InlineData(StorageUse.Interactive, 4, 10)]
    [InlineData(StorageUse.Polling, 20, 20)]
    public async Task Each_use_has_its_own_time_for_a_try(StorageUse use, int answer, int upload)
    {
        var limits = new Limits();
        var blob = UnavailableStorage.Connect(use, limits).Articles.GetBlobClient("a");

        await Assert.ThrowsAnyAsync<Exception>(() => blob.DownloadContentAsync(Token));
        await Assert.ThrowsAnyAsync<Exception>(() => blob.UploadAsync(BinaryData.FromString("text"), Token));

        Assert.Equal(
            (TimeSpan.FromSeconds(answer), TimeSpan.FromSeconds(upload)), (limits.Seen[0]!.Value, limits.Seen[^1]!.Value));
    }

    [Fact]
    public async Task A_plain_service_works_in_the_background_and_what_all_share_is_there_once()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var services = storage.Get<IServiceProvider>();

        var accounts = Enum.GetValues<StorageUse>().Select(use => services.GetRequiredKeyedService<StorageAccount>(use)).ToArray();

        Assert.Equal(3, accounts.Distinct().Count());
        Assert.Same(services.GetRequiredKeyedService<StorageAccount>(StorageUse.Background), storage.Account);
        Assert.Same(services.GetRequiredKeyedService<ArticleStore>(StorageUse.Background), storage.Articles);
        foreach (var shared in new[] { typeof(ITokenBudget), typeof(RecentRemovals), typeof(StoreChanges), typeof(ContainerRecreations) })
        {
            Assert.Single(services.GetServices(shared));
            Assert.All(Enum.GetValues<StorageUse>(), use => Assert.Null(((IKeyedServiceProvider)services).GetKeyedService(shared, use)));
        }
    }

    /// <summary>Notes the time that each try is given.</summary>
    private sealed class Limits : HttpPipelineSynchronousPolicy
    {
        public List<TimeSpan?> Seen { get; } = [];

        public override void OnSendingRequest(HttpMessage message) => Seen.Add(message.NetworkTimeout);
    }
}
