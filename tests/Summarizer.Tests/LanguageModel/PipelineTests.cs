using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Summarizer.Pipeline;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.LanguageModel;

/// <summary>Storage to storage with the model engine: what waits, what is paid for, and how often.</summary>
public sealed class PipelineTests(AzuriteFixture azurite)
{
    private static readonly ModelServerAnswer Good = ModelServerAnswer.Content(
        ModelServerAnswer.ReportJson("Mayor Anna Holt praised the builders"), input: 1_800, output: 400);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_that_is_paid_for_costs_five_storage_calls()
    {
        await using var server = await ModelServer.StartAsync(Token);
        server.Next(Good);
        await using var worker = await ModelWorker.StartAsync(azurite.NextAccount(), server);
        await worker.Storage.PutAsync("a.txt", Articles.Text());
        worker.Storage.Counter.Clear();

        Assert.Equal(ProcessingOutcome.Succeeded, await worker.ProcessAsync("a.txt"));

        // Article, claim, earlier result, new result, payment.
        Assert.Equal(["GET", "GET", "PUT", "PUT", "PUT"], worker.Storage.Counter.Calls.Select(c => c[..3]).Order());
    }

    [Fact]
    public async Task A_payment_whose_result_is_gone_is_worth_nothing()
    {
        await using var server = await ModelServer.StartAsync(Token);
        server.Next(Good, Good);
        await using var worker = await ModelWorker.StartAsync(azurite.NextAccount(), server);
        await worker.Storage.PutAsync("a.txt", Articles.Text());
        await worker.ProcessAsync("a.txt");
        await worker.Storage.Account.Results.DeleteBlobAsync("a.txt.json", cancellationToken: Token);
        await worker.Storage.PutAsync("b.txt", Articles.Text());

        // By another process, which keeps no replies of this one.
        await using var other = await ModelWorker.StartAsync(worker.Connection, server);
        Assert.Equal(ProcessingOutcome.Succeeded, await other.ProcessAsync("b.txt"));
        Assert.Null((await other.Storage.ResultAsync("b.txt"))!.Engine.ReusedFrom);
    }

    [Fact]
    public async Task A_throttled_article_waits_in_the_queue_and_ends_in_a_result()
    {
        var time = new ManualTime();
        await using var server = await ModelServer.StartAsync(Token);
        server.Next(ModelServerAnswer.Status(429).With("retry-after", "45"), Good);
        await using var worker = await ModelWorker.StartAsync(azurite.NextAccount(), server, time);
        await worker.Storage.PutAsync("a.txt", Articles.Text());

        Assert.Equal(ProcessingOutcome.Waiting, await worker.ProcessAsync("a.txt"));
        var note = (await worker.NoteAsync("a.txt"))!;
        Assert.Equal(("The model is busy.", time.GetUtcNow().UtcDateTime.AddSeconds(45), 1), (note.Reason, note.RetryAt, note.Attempt));
        Assert.Equal(1, await worker.Storage.QueueLengthAsync());

        time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(ProcessingOutcome.Succeeded, await worker.RetryAsync("a.txt"));
        Assert.False((await worker.Storage.ResultAsync("a.txt"))!.Engine.Fallback);
        Assert.Null(await worker.NoteAsync("a.txt"));
    }

    [Fact]
    public async Task With_a_wrong_key_articles_wait_and_their_readers_learn_which_setting_it_is()
    {
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => ModelServerAnswer.Error(401, "invalid_api_key", "Incorrect API key provided."));
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(),
            [.. ModelWorker.SettingsFor(server), ("OpenAI:ApiKey", "wrong")]);

        (await host.PutAsync("a.txt", Articles.Text())).Dispose();

        var pending = await DeferredAsync(host, "a.txt");
        Assert.Contains("check OpenAI__ApiKey", pending.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Incorrect API key provided: {0}.")]
    [InlineData(403, "Bearer {0} may not do that")]
    [InlineData(404, "no route for model at /v1?api-key={0}&x=1")]
    [InlineData(400, "bad header: {0}")]
    public async Task A_key_that_the_server_echoes_is_never_shown_or_logged(int status, string message)
    {
        const string key = "k3y-that.nobody/May+see";
        var shownToReader = string.Format(System.Globalization.CultureInfo.InvariantCulture, message, key);
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => ModelServerAnswer.Error(status, "", shownToReader, shownToReader));
        await using var host = await HostDriver.StartAsync(
            azurite.NextAccount(), [.. ModelWorker.SettingsFor(server), ("OpenAI:ApiKey", key)]);

        (await host.PutAsync("a.txt", Articles.Text())).Dispose();

        var pending = await DeferredAsync(host, "a.txt");
        var reason = pending.GetProperty("reason").GetString();
        Assert.Contains("[redacted]", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_key_is_logged_once_however_many_articles_wait()
    {
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => ModelServerAnswer.Status(401));
        await using var worker = await ModelWorker.StartAsync(azurite.NextAccount(), server);
        using var log = new ErrorLog();
        worker.Storage.Get<ILoggerFactory>().AddProvider(log);

        for (var i = 0; i < 3; i++)
        {
            await worker.Storage.PutAsync($"{i}.txt", Articles.Text(i));
            Assert.Equal(ProcessingOutcome.Waiting, await worker.ProcessAsync($"{i}.txt"));
        }

        Assert.Contains("OpenAI__ApiKey", Assert.Single(log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_minutes_of_outage_everything_is_done_within_a_minute()
    {
        const int articles = 8;
        var time = new ManualTime();
        var recovery = time.GetUtcNow() + TimeSpan.FromMinutes(10);
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => time.GetUtcNow() < recovery ? ModelServerAnswer.Status(503) : Good);
        await using var worker = await ModelWorker.StartAsync(azurite.NextAccount(), server, time);
        var waiting = new PriorityQueue<string, DateTimeOffset>();
        for (var i = 0; i < articles; i++)
        {
            await worker.Storage.PutAsync($"{i}.txt", Articles.Text(i));
            waiting.Enqueue($"{i}.txt", time.GetUtcNow());
        }

        // The queue, by the clock of this test: each article comes back when its own time is up.
        while (waiting.TryDequeue(out var name, out var due))
        {
            if (due > time.GetUtcNow())
                time.Advance(due - time.GetUtcNow());
            if (await worker.RetryAsync(name) == ProcessingOutcome.Waiting)
                waiting.Enqueue(name, (await worker.NoteAsync(name))!.RetryAt);
        }

        Assert.InRange(time.GetUtcNow() - recovery, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        for (var i = 0; i < articles; i++)
            Assert.Equal(ArticleStatus.Succeeded, (await worker.Storage.ResultAsync($"{i}.txt"))!.Status);
    }

    [Fact]
    public async Task Two_workers_on_one_article_call_the_model_once()
    {
        var (reached, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var connection = azurite.NextAccount();
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ =>
        {
            reached.TrySetResult();
            return Good.After(release.Task);
        });
        await using var one = await ModelWorker.StartAsync(connection, server);
        await using var other = await ModelWorker.StartAsync(connection, server);
        await one.Storage.PutAsync("a.txt", Articles.Text());

        var first = one.ProcessAsync("a.txt");
        await reached.Task.WaitAsync(Token);
        Assert.Equal(ProcessingOutcome.Waiting, await other.ProcessAsync("a.txt"));
        release.SetResult();
        Assert.Equal(ProcessingOutcome.Succeeded, await first);
        Assert.Equal(ProcessingOutcome.Succeeded, await other.RetryAsync("a.txt"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_crash_between_reply_and_result_costs_at_most_one_more_call()
    {
        var connection = azurite.NextAccount();
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => Good);
        await using var dying = await ModelWorker.StartAsync(connection, server);
        await using var other = await ModelWorker.StartAsync(connection, server);
        await dying.Storage.PutAsync("a.txt", Articles.Text());
        dying.Storage.Counter.CrashAt = call
            => call.StartsWith("PUT ", StringComparison.Ordinal) && call.Contains("/results/", StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => dying.ProcessAsync("a.txt"));

        // The claim of the dead stands for a while; then, as here, it is void.
        Assert.Equal(ProcessingOutcome.Waiting, await other.ProcessAsync("a.txt"));
        await foreach (var claim in other.Storage.Account.Work.GetBlobsAsync(prefix: "paid/", cancellationToken: Token))
            await other.Storage.Account.Work.DeleteBlobAsync(claim.Name, cancellationToken: Token);
        Assert.Equal(ProcessingOutcome.Succeeded, await other.RetryAsync("a.txt"));
        Assert.Equal(ProcessingOutcome.Succeeded, await other.RetryAsync("a.txt"));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_crash_after_the_result_costs_nothing_more()
    {
        var connection = azurite.NextAccount();
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => Good);
        await using var dying = await ModelWorker.StartAsync(connection, server);
        await using var other = await ModelWorker.StartAsync(connection, server);
        await dying.Storage.PutAsync("a.txt", Articles.Text());
        var paying = 0;
        dying.Storage.Counter.CrashAt = call => call.Contains("/paid/", StringComparison.Ordinal) && ++paying > 1;
        await Assert.ThrowsAsync<InvalidOperationException>(() => dying.ProcessAsync("a.txt"));

        Assert.Equal(ProcessingOutcome.Succeeded, await other.ProcessAsync("a.txt"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task The_daily_budget_holds_for_all_workers_together()
    {
        const int budget = 20_000;
        var connection = azurite.NextAccount();
        await using var server = await ModelServer.StartAsync(Token);
        server.Always(_ => Good);
        (string, string)[] capped = [("OpenAI:DailyTokenBudget", budget.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        await using var one = await ModelWorker.StartAsync(connection, server, null, capped);
        await using var other = await ModelWorker.StartAsync(connection, server, null, capped);
        for (var i = 0; i < 20; i++)
            await one.Storage.PutAsync($"{i}.txt", Articles.Text(i));

        var ends = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).ProcessAsync($"{i}.txt")));

        var waiting = Array.IndexOf(ends, ProcessingOutcome.Waiting);
        Assert.InRange(server.Requests.Count * 2_200, 2_200, budget);
        Assert.Equal(server.Requests.Count, ends.Count(e => e == ProcessingOutcome.Succeeded));
        Assert.Contains("OpenAI__DailyTokenBudget", (await one.NoteAsync($"{waiting}.txt"))!.Reason, StringComparison.Ordinal);
    }

    private static Task<JsonElement> DeferredAsync(HostDriver host, string name) => Wait.UntilAsync(
        async () =>
        {
            using var answer = await host.GetAsync($"/api/articles/{name}");
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));
        },
        pending => pending.GetProperty("retryAt").ValueKind == JsonValueKind.String);

    /// <summary>Keeps what is logged as an error.</summary>
    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        public List<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Errors.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
