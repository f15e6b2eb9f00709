using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Summarizer.Host.Azurite;
using Summarizer.Storage;
using Summarizer.Tests.Support;
using Summarizer.Web.Settings;

namespace Summarizer.Tests.Host.Terminal;

/// <summary>The Host's own emulator, with data that lasts: the samples come once.</summary>
public sealed class SamplesTests : IDisposable
{
    private static readonly string[] Samples =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)];

    private readonly TemporaryFolder folder = new();
    private readonly EmulatorOptions emulator;

    public SamplesTests()
        => emulator = new EmulatorOptions { BlobPort = FreePort.Next(), QueuePort = FreePort.Next(), Folder = folder.Path };

    [Fact]
    public async Task They_are_uploaded_the_first_time_and_stay_deleted_in_every_later_start()
    {
        var first = await RunAsync();
        Assert.All(Samples, sample => Assert.Contains(sample[..10], first, StringComparison.Ordinal));
        Assert.DoesNotContain("pending", first, StringComparison.Ordinal);
        Assert.Contains("5 samples", first, StringComparison.Ordinal);
        Assert.False(Listens(), "The emulator that the Host started is still there.");

        var second = await RunAsync();
        Assert.All(Samples, sample => Assert.Contains(sample[..10], second, StringComparison.Ordinal));
        Assert.Contains("Nothing new was uploaded", second, StringComparison.Ordinal);

        await using (var azurite = await StartAzuriteAsync())
        {
            Assert.Equal(Samples, await ArticlesAsync(azurite));
            foreach (var sample in Samples)
                await Articles(azurite).DeleteBlobAsync(sample, cancellationToken: Token);
            await RunAsync();
            Assert.Empty(await ArticlesAsync(azurite));
        }

        await RunAsync();
        await using var later = await StartAzuriteAsync();
        Assert.Empty(await ArticlesAsync(later));
    }

    [Fact]
    public async Task A_first_upload_that_was_interrupted_is_completed()
    {
        await using var azurite = await StartAzuriteAsync();
        await UploadAsync(azurite, Samples[2]);

        await RunAsync();

        Assert.Equal(Samples, await ArticlesAsync(azurite));
    }

    [Fact]
    public async Task An_emulator_that_holds_somebodys_articles_gets_none()
    {
        await using var azurite = await StartAzuriteAsync();
        await UploadAsync(azurite, "own.txt");

        var output = await RunAsync();

        Assert.Contains("own.txt", output, StringComparison.Ordinal);
        Assert.Equal(["own.txt"], await ArticlesAsync(azurite));
    }

    [Fact]
    public async Task Files_at_the_first_start_come_instead_of_them()
    {
        using var files = new TemporaryFolder();
        await using var azurite = await StartAzuriteAsync();

        await RunAsync(files.Write("own.txt", Support.Articles.Text()));
        await Articles(azurite).DeleteBlobAsync("own.txt", cancellationToken: Token);
        await RunAsync();

        Assert.Empty(await ArticlesAsync(azurite));
    }

    [Fact]
    public async Task A_taken_port_ends_the_emulator_that_was_started()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var host = Start(["--once"], ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));

        Assert.Equal(2, await host.EndAsync());
        Assert.Contains("cannot be listened on", Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", host.Output, StringComparison.Ordinal);
        Assert.False(Listens(), "The emulator that the Host started is still there.");
    }

    public void Dispose() => folder.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static BlobContainerClient Articles(AzuriteServer azurite) => new(azurite.ConnectionString, StorageNames.Articles, Version);

    private static BlobClientOptions Version => new(BlobClientOptions.ServiceVersion.V2023_01_03);

    private static async Task<string[]> ArticlesAsync(AzuriteServer azurite)
        => await Articles(azurite).GetBlobsAsync(cancellationToken: Token).Select(b => b.Name).ToArrayAsync(Token);

    private static async Task UploadAsync(AzuriteServer azurite, string name)
    {
        await Articles(azurite).CreateIfNotExistsAsync(cancellationToken: Token);
        await Articles(azurite).UploadBlobAsync(name, BinaryData.FromBytes(Support.Articles.Text()), Token);
    }

    /// <summary>Runs the Host to its end, which must be a good one, and returns what it printed.</summary>
    private async Task<string> RunAsync(params string[] files)
    {
        using var host = Start(["--once", .. files]);
        Assert.True(await host.EndAsync() == 0, host.Errors);
        Assert.Empty(host.Errors);
        return host.Output;
    }

    private HostProcess Start(string[] arguments, params (string Name, string Value)[] more) => HostProcess.Start(
        null,
        arguments,
        [
            ("Azurite__BlobPort", emulator.BlobPort.ToString(CultureInfo.InvariantCulture)),
            ("Azurite__QueuePort", emulator.QueuePort.ToString(CultureInfo.InvariantCulture)),
            ("Azurite__Folder", emulator.Folder!),
            .. more,
        ]);

    private Task<AzuriteServer> StartAzuriteAsync() => AzuriteServer.StartAsync(emulator, _ => { }, Token);

    private bool Listens()
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, emulator.BlobPort);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
