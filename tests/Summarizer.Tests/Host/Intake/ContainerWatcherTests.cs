using System.Net;
using System.Text.Json;
using System.Xml;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Summarizer.Host.Azurite;
using Summarizer.Host.Intake;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Intake;

/// <summary>The watcher goes on soon after an outage, and health says when nothing is processed.</summary>
public sealed class ContainerWatcherTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.5, 9.5)]
    [InlineData(3, 57)]
    [InlineData(20, 60)]
    public void The_pause_grows_with_the_listing_and_is_bounded(double listing, double pause)
        => Assert.Equal(TimeSpan.FromSeconds(pause), ContainerWatcher.PauseAfter(TimeSpan.FromSeconds(listing)));

    [Fact]
    public async Task After_an_outage_an_upload_straight_into_the_container_is_noticed()
    {
        var storage = await AzuriteServer.StartInMemoryAsync(null, Token);
        await using var host = await HostDriver.StartAsync(storage.ConnectionString);
        var container = new BlobContainerClient(storage.ConnectionString, StorageNames.Articles);
        await container.GetBlobClient("before.txt").UploadAsync(BinaryData.FromBytes(Articles.Text(1)), Token);
        await host.EndOfAsync("before.txt");

        await storage.DisposeAsync();
        var watcher = host.Services.GetRequiredService<BackgroundHealth>().Watcher;
        await Wait.UntilAsync(() => watcher.Problem is not null);
        Assert.Contains("container articles", watcher.Problem, StringComparison.Ordinal);
        Assert.NotNull(await ProblemAsync(host));
        await using var again = await AzuriteServer.RestartInMemoryAsync(storage, Token);
        await host.Account.EnsureCreatedAsync(Token);
        await container.GetBlobClient("after.txt").UploadAsync(BinaryData.FromBytes(Articles.Text(2)), Token);

        Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("after.txt")).Status);
        await Wait.UntilAsync(async () => await ProblemAsync(host) is null);
    }

    [Fact]
    public void A_listing_that_cannot_be_read_twice_is_said_in_a_sentence_until_one_can()
    {
        var loop = new LoopHealth("The container articles", "listed", TimeProvider.System);

        loop.Failed(new XmlException("line 3"));
        Assert.Null(loop.Problem);
        loop.Failed(new XmlException("line 3"));
        Assert.Contains("XML", loop.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("line 3", loop.Problem, StringComparison.Ordinal);

        loop.Succeeded();
        Assert.Null(loop.Problem);
    }

    [Fact]
    public async Task A_service_that_has_ended_is_named()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount());
        Assert.Null(await ProblemAsync(host));

        await host.Services.GetServices<IHostedService>().OfType<ContainerWatcher>().Single().StopAsync(Token);

        Assert.Contains(nameof(ContainerWatcher), await ProblemAsync(host), StringComparison.Ordinal);
    }

    private static async Task<string?> ProblemAsync(HostDriver host)
    {
        using var response = await host.GetAsync("/api/health");
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        var reason = report.RootElement.GetProperty("reason").GetString();
        Assert.Equal(reason is null ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, response.StatusCode);
        return reason;
    }
}
