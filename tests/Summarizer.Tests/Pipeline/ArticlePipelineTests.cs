using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Specialized;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Pipeline;

public sealed class ArticlePipelineTests(AzuriteFixture azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Embedded_path_makes_one_read_and_one_conditional_write()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("news/a.txt", Articles.Text());
        storage.Counter.Clear();

        var processing = await storage.Processor.ProcessAsync("news/a.txt", Token);

        Assert.Equal(ProcessingOutcome.Succeeded, processing);
        Assert.Collection(
            storage.Counter.Calls,
            call => Assert.Matches("^GET /testaccount[0-9]+/articles/news/a.txt$", call),
            call => Assert.Matches("^PUT /testaccount[0-9]+/results/news/a.txt.json$", call));
    }

    [Fact]
    public async Task A_result_names_the_version_it_was_made_from()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        var etag = await storage.PutAsync("a.txt", Articles.Text());

        await storage.Processor.ProcessAsync("a.txt", Token);

        var result = await storage.ResultAsync("a.txt");
        Assert.Equal(etag, result!.Source.ETag);
        Assert.DoesNotContain('"', result.Source.ETag);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Articles.Text())), result.Source.Sha256);
    }

    [Fact]
    public async Task A_newer_upload_replaces_the_result()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text(1));
        await storage.Processor.ProcessAsync("a.txt", Token);
        var newer = await storage.PutAsync("a.txt", Articles.Text(2));

        await storage.Processor.ProcessAsync("a.txt", Token);

        var result = await storage.ResultAsync("a.txt");
        Assert.Equal(newer, result!.Source.ETag);
        Assert.Contains("took 2 years", result.Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_reading_never_replaces_a_newer_one()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text(1));
        await storage.Processor.ProcessAsync("a.txt", Token);
        var older = await storage.ResultAsync("a.txt");
        var newer = await storage.PutAsync("a.txt", Articles.Text(2));
        await storage.Processor.ProcessAsync("a.txt", Token);

        var writing = await storage.Get<ResultWriter>().WriteAsync(older!, TimeProvider.System.GetTimestamp(), false, Token);

        Assert.Equal(WriteOutcome.Superseded, writing);
        Assert.Equal(newer, (await storage.ResultAsync("a.txt"))!.Source.ETag);
    }

    [Fact]
    public async Task A_result_that_other_hands_have_leased_is_an_outage_and_no_endless_loop()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text(1));
        await storage.Processor.ProcessAsync("a.txt", Token);
        var lease = storage.Account.Results.GetBlobClient("a.txt.json").GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(60), cancellationToken: Token);
        var newer = await storage.PutAsync("a.txt", Articles.Text(2));

        await Assert.ThrowsAsync<RequestFailedException>(() => storage.Processor.ProcessAsync("a.txt", Token));

        await lease.ReleaseAsync(cancellationToken: Token);
        await storage.Processor.ProcessAsync("a.txt", Token);
        Assert.Equal(newer, (await storage.ResultAsync("a.txt"))!.Source.ETag);
    }

    [Fact]
    public async Task Two_workers_on_one_article_leave_one_result()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await storage.PutAsync("a.txt", Articles.Text());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => storage.Processor.ProcessAsync("a.txt", Token)));

        Assert.Equal(ArticleStatus.Succeeded, (await storage.ResultAsync("a.txt"))!.Status);
        var blobs = new List<string>();
        await foreach (var blob in storage.Account.Results.GetBlobsAsync(cancellationToken: Token))
            blobs.Add(blob.Name);
        Assert.Equal(["a.txt.json"], blobs);
    }

    [Fact]
    public async Task An_article_that_is_too_large_fails_by_name_and_is_not_read()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), null, ("Articles:MaxBytes", "1000"));
        await storage.PutAsync("big.txt", new byte[1001]);

        Assert.Equal(ProcessingOutcome.Failed, await storage.Processor.ProcessAsync("big.txt", Token));

        var result = await storage.ResultAsync("big.txt");
        Assert.Equal(FailureCode.TooLarge, result!.Failure!.Code);
        Assert.Equal(1001, result.Source.Bytes);
        Assert.Contains("Articles__MaxBytes", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_gone_ends_without_a_trace()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());

        Assert.Equal(ProcessingOutcome.Nothing, await storage.Processor.ProcessAsync("gone.txt", Token));
        Assert.Null(await storage.ResultAsync("gone.txt"));
    }

    [Fact]
    public async Task An_engine_that_fails_unexpectedly_is_tried_again_and_then_named()
    {
        var engine = new ScriptedEngine((_, _) => throw new InvalidOperationException("broken"));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine, ("Articles:MaxAttempts", "3"));
        var etag = await storage.PutAsync("a.txt", Articles.Text());

        Assert.Equal(ProcessingOutcome.Waiting, await storage.Processor.ProcessAsync("a.txt", Token));
        Assert.Null(await storage.ResultAsync("a.txt"));
        Assert.Equal(1, await storage.QueueLengthAsync());
        Assert.Equal(2, (await storage.Get<DeferralStore>().ReadAsync("a.txt", Token))!.Attempt);

        Assert.Equal(ProcessingOutcome.Waiting, (await storage.Retries.HandleAsync(Message("a.txt", etag, 2), null, Token)).Outcome);
        Assert.Equal(ProcessingOutcome.Failed, (await storage.Retries.HandleAsync(Message("a.txt", etag, 3), null, Token)).Outcome);

        var failure = (await storage.ResultAsync("a.txt"))!.Failure!;
        Assert.Equal((FailureCode.EngineError, 3), (failure.Code, failure.Attempts));
        Assert.DoesNotContain("broken", failure.Message, StringComparison.Ordinal);
        Assert.Null(await storage.Get<DeferralStore>().ReadAsync("a.txt", Token));
    }

    [Fact]
    public async Task Waiting_spends_no_try_and_says_why()
    {
        var engine = new ScriptedEngine((_, _) => Task.FromResult<EngineOutcome>(
            new EngineOutcome.Unavailable(
                new Deferred("The model is busy.", TimeSpan.FromHours(24)), new EngineReport { Name = "openai", Version = "test" })));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());

        Assert.Equal(ProcessingOutcome.Waiting, await storage.Processor.ProcessAsync("a.txt", Token));

        var note = await storage.Get<DeferralStore>().ReadAsync("a.txt", Token);
        Assert.Equal(("The model is busy.", 1), (note!.Reason, note.Attempt));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Assert.InRange(note.RetryAt, now, now.AddMinutes(15));
    }

    [Fact]
    public async Task The_same_bytes_under_the_same_name_are_paid_for_once()
    {
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine((_, article) => Task.FromResult(engine!.Draft(article)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());
        await storage.Processor.ProcessAsync("a.txt", Token);
        var again = await storage.PutAsync("a.txt", Articles.Text());

        await storage.Processor.ProcessAsync("a.txt", Token);
        await storage.Processor.ProcessAsync("a.txt", Token);

        Assert.Equal(1, engine.Calls);
        Assert.Equal(again, (await storage.ResultAsync("a.txt"))!.Source.ETag);
    }

    [Fact]
    public async Task The_same_text_under_another_name_is_paid_for_once()
    {
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine((_, article) => Task.FromResult(engine!.Draft(article)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());
        await storage.Processor.ProcessAsync("a.txt", Token);
        var other = await storage.PutAsync("other/b.txt", [.. Articles.Text(), (byte)'\n']);

        await storage.Processor.ProcessAsync("other/b.txt", Token);

        Assert.Equal(1, engine.Calls);
        var result = await storage.ResultAsync("other/b.txt");
        Assert.Equal(("a.txt", 0, other), (result!.Engine.ReusedFrom, result.Engine.InputTokens, result.Source.ETag));
        Assert.Equal((await storage.ResultAsync("a.txt"))!.Summary!.Text, result.Summary!.Text);
    }

    [Fact]
    public async Task A_reply_that_was_paid_for_is_written_although_the_host_stops()
    {
        using var stop = new CancellationTokenSource();
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine(async (_, article) =>
        {
            await stop.CancelAsync();
            return engine!.Draft(article);
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());

        Assert.Equal(ProcessingOutcome.Succeeded, await storage.Processor.ProcessAsync("a.txt", stop.Token));

        Assert.Equal(ArticleStatus.Succeeded, (await storage.ResultAsync("a.txt"))!.Status);
        Assert.Equal(1, engine.Calls);
    }

    [Fact]
    public async Task Another_text_is_paid_for()
    {
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine((_, article) => Task.FromResult(engine!.Draft(article)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text(1));
        await storage.Processor.ProcessAsync("a.txt", Token);
        await storage.PutAsync("a.txt", Articles.Text(2));

        await storage.Processor.ProcessAsync("a.txt", Token);

        Assert.Equal(2, engine.Calls);
        Assert.Contains("took 2 years", (await storage.ResultAsync("a.txt"))!.Article!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workers_pay_once_and_the_second_looks_again()
    {
        var reached = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        ScriptedEngine? engine = null;
        engine = new ScriptedEngine(async (_, article) =>
        {
            reached.SetResult();
            await release.Task;
            return engine!.Draft(article);
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());

        var first = storage.Processor.ProcessAsync("a.txt", Token);
        await reached.Task;
        var second = await storage.Processor.ProcessAsync("a.txt", Token);
        release.SetResult();

        Assert.Equal(ProcessingOutcome.Waiting, second);
        Assert.Equal(1, await storage.QueueLengthAsync());
        Assert.Equal(ProcessingOutcome.Succeeded, await first);
        Assert.Equal(1, engine.Calls);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{"name":""}""")]
    public async Task A_foreign_message_ends(string message)
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());

        Assert.Equal((null, ProcessingOutcome.Nothing), await storage.Retries.HandleAsync(message, null, Token));
    }

    private static string Message(string name, string etag, int attempt)
        => JsonSerializer.Serialize(new RetryMessage(name, etag, attempt), StorageJson.Compact.RetryMessage);
}
