using Azure;
using Azure.Storage.Blobs.Specialized;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Storage;

public sealed class ConditionalBlobTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_writers_on_one_version_one_succeeds()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var blob = Blob(storage);
        var first = await blob.TryWriteAsync(BinaryData.FromString("first"), null, Token);

        var second = await blob.TryWriteAsync(BinaryData.FromString("second"), first, Token);

        Assert.Null(await blob.TryWriteAsync(BinaryData.FromString("late"), null, Token));
        Assert.Null(await blob.TryWriteAsync(BinaryData.FromString("late"), first, Token));
        Assert.False(await blob.TryDeleteAsync(first!.Value, Token));
        var stored = await blob.ReadAsync(Token);
        Assert.Equal(("second", second), (stored!.Content.ToString(), stored.ETag));
        Assert.NotNull(stored.Age);
    }

    [Fact]
    public async Task What_was_removed_is_null_and_no_version_of_it_can_be_replaced()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var blob = Blob(storage);
        var version = await blob.TryWriteAsync(BinaryData.FromString("first"), null, Token);

        Assert.True(await blob.TryDeleteAsync(version!.Value, Token));

        Assert.Null(await blob.ReadAsync(Token));
        Assert.Null(await blob.TryWriteAsync(BinaryData.FromString("late"), version, Token));
    }

    [Fact]
    public async Task A_lease_by_another_client_is_no_writer_that_was_first()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var blob = Blob(storage);
        var version = await blob.TryWriteAsync(BinaryData.FromString("first"), null, Token);
        await storage.Account.Work.GetBlobClient("a").GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Token);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => blob.TryWriteAsync(BinaryData.FromString("second"), version, Token));

        Assert.Equal("LeaseIdMissing", refusal.ErrorCode);
    }

    private static ConditionalBlob Blob(StorageDriver storage) => new(storage.Account.Work.GetBlobClient("a"));
}
