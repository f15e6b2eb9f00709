using Microsoft.Extensions.Configuration;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Storage;

public sealed class StoragePatienceTests
{
    /// <summary>A port that nothing listens on; reserved, so that nothing can.</summary>
    private const string Away = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;";

    [Fact]
    public async Task What_somebody_waits_for_is_tried_twice_and_not_ten_times()
    {
        var counter = new CallCounter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StorageNames.Connection, Away)]).Build();
        var account = StorageAccount.Connect(settings, counter);
        StoragePatience.Shorten();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await account.Articles.GetBlobClient("a").DownloadContentAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, counter.Calls.Count);
    }

    [Fact]
    public async Task What_a_loop_does_is_tried_once()
    {
        var counter = new CallCounter();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StorageNames.Connection, Away)]).Build();
        var account = StorageAccount.Connect(settings, counter);
        StoragePatience.TryOnce();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await account.Articles.GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken).AnyAsync(TestContext.Current.CancellationToken));

        Assert.Single(counter.Calls);
    }

    [Fact]
    public async Task Patience_is_short_only_where_somebody_waits()
    {
        await Task.Run(
            async () =>
            {
                await ShortAsync();
                Assert.False(StoragePatience.IsShort);
            },
            TestContext.Current.CancellationToken);

        static async Task ShortAsync()
        {
            StoragePatience.Shorten();
            await Task.Yield();
            Assert.True(StoragePatience.IsShort);
        }
    }
}
