using System.Net;
using Azure.Storage.Blobs;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Intake;

/// <summary>Articles that compute for ever keep no small one waiting, no removal and no stop.</summary>
public sealed class FairnessTests(AzuriteFixture azurite)
{
    private const int Bombs = 6;

    private static readonly (string, string)[] Settings = [("Articles:Parallel", "2"), ("Articles:TimeLimitSeconds", "3600")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30_000)]
    [InlineData(300_000)]
    public async Task A_small_article_ends_beside_bombs_before_and_after_a_restart(int bytes)
    {
        var connection = azurite.NextAccount();
        await using (var host = await HostDriver.StartAsync(connection, ComputingEngine.UntilCancelled, Settings))
        {
            for (var i = 0; i < Bombs; i++)
                (await host.PutAsync($"bomb-{i}.txt", Bomb(bytes, i))).Dispose();
            (await host.PutAsync("small.txt", Articles.Text(1))).Dispose();

            Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync("small.txt")).Status);
        }

        await new BlobContainerClient(connection, StorageNames.Articles)
            .GetBlobClient("zz-later.txt").UploadAsync(BinaryData.FromBytes(Articles.Text(2)), Token);
        await using var restarted = await HostDriver.StartAsync(connection, ComputingEngine.UntilCancelled, Settings);

        Assert.Equal(HttpStatusCode.OK, (await restarted.EndOfAsync("zz-later.txt")).Status);
        using var bomb = await restarted.GetAsync("/api/articles/bomb-0.txt");
        Assert.Equal(HttpStatusCode.Accepted, bomb.StatusCode);
    }

    [Fact]
    public async Task What_is_interrupted_for_others_has_its_turn_later()
    {
        var calls = 0;
        var release = new TaskCompletionSource();
        // Slow the first time, so that the second of them finds the heavy lane full.
        var engine = new ComputingEngine((article, token) =>
        {
            if (!ComputingEngine.IsBomb(article) || release.Task.IsCompleted)
                return;
            Interlocked.Increment(ref calls);
            release.Task.Wait(token);
        });
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), engine, Settings);
        for (var i = 0; i < 4; i++)
            (await host.PutAsync($"{i}.txt", Bomb(2_000, i))).Dispose();
        await Wait.UntilAsync(() => Volatile.Read(ref calls) == 4);

        release.SetResult();

        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, (await host.EndOfAsync($"{i}.txt")).Status);
    }

    [Fact]
    public async Task A_removal_waits_neither_for_a_stage_that_cannot_be_cancelled_nor_for_a_turn()
    {
        var release = new TaskCompletionSource();
        var began = new TaskCompletionSource();
        var engine = new ComputingEngine((_, _) =>
        {
            began.TrySetResult();
            release.Task.Wait(Token);
        });
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), engine, Settings);
        (await host.PutAsync("computes.txt", Bomb(300_000, 1))).Dispose();
        await began.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
        (await host.PutAsync("waits.txt", Bomb(300_000, 2))).Dispose();

        foreach (var name in new[] { "waits.txt", "computes.txt" })
        {
            using var removed = await host.Client.DeleteAsync(new Uri($"/api/articles/{name}", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
            using var gone = await host.GetAsync($"/api/articles/{name}");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        release.SetResult();
    }

    private static byte[] Bomb(int bytes, int number)
    {
        byte[] paragraph = [.. Articles.Text(number + 1), .. "\n\nIt goes on endlessly.\n\n"u8];
        return [.. Enumerable.Repeat(paragraph, (bytes / paragraph.Length) + 1).SelectMany(p => p)];
    }
}
