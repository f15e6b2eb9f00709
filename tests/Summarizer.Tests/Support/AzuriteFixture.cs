using System.Globalization;
using Summarizer.Host.Azurite;
using Summarizer.Tests.Support;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]

namespace Summarizer.Tests.Support;

/// <summary>One Azurite for all tests, on free ports and in memory; every test takes a storage account of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private const int Accounts = 500;
    internal const string Key = "c3VtbWFyaXplci10ZXN0cy1rZXktdGhhdC1pcy1ub3QtYS1zZWNyZXQ=";

    private AzuriteServer? azurite;
    private int taken;

    public async ValueTask InitializeAsync()
        => azurite = await AzuriteServer.StartInMemoryAsync(
            string.Join(';', Enumerable.Range(0, Accounts).Select(i => $"{Name(i)}:{Key}")), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>The connection string of an account that nobody else uses.</summary>
    public string NextAccount()
    {
        var index = Interlocked.Increment(ref taken) - 1;
        Assert.True(index < Accounts, "Raise the number of accounts.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName={Name(index)};AccountKey={Key};"
            + $"BlobEndpoint=http://127.0.0.1:{azurite!.BlobPort}/{Name(index)};"
            + $"QueueEndpoint=http://127.0.0.1:{azurite.QueuePort}/{Name(index)};");
    }

    private static string Name(int index) => $"testaccount{index}";
}
