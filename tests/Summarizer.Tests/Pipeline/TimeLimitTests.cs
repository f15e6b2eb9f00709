using System.Net;
using Summarizer.Host;
using Summarizer.Host.Commands;
using Summarizer.Pipeline;
using Summarizer.Pipeline.Reruns;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Pipeline;

/// <summary>Computing beyond <c>Articles__TimeLimitSeconds</c> is a named failure; waiting for a model, a stop and a removal
/// are none.</summary>
public sealed class TimeLimitTests(AzuriteFixture azurite)
{
    private static readonly (string, string) OneSecond = ("Articles:TimeLimitSeconds", "1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static byte[] Bomb { get; } = [.. Articles.Text(), .. "\n\nIt goes on endlessly."u8];

    [Fact]
    public async Task An_article_that_computes_too_long_fails_by_name_and_is_not_tried_again()
    {
        var engine = ComputingEngine.UntilCancelled;
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine, OneSecond);
        await storage.PutAsync("a.txt", Bomb);

        Assert.Equal(ProcessingOutcome.Failed, await storage.Processor.ProcessAsync("a.txt", Token));

        var result = (await storage.ResultAsync("a.txt"))!;
        Assert.Equal((FailureCode.TooComplex, 1), (result.Failure!.Code, result.Failure.Attempts));
        Assert.Contains("Articles__TimeLimitSeconds", result.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("more than 1 s", result.Failure.Message, StringComparison.Ordinal);
        Assert.NotNull(result.Article);
        Assert.Equal((1, 0), (engine.Calls, await storage.QueueLengthAsync()));
    }

    [Fact]
    public async Task Over_HTTP_it_is_a_failed_article_with_its_code()
    {
        await using var host = await HostDriver.StartAsync(azurite.NextAccount(), ComputingEngine.UntilCancelled, OneSecond);
        (await host.PutAsync("a.txt", Bomb)).Dispose();

        var (status, result) = await host.EndOfAsync("a.txt");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("too-complex", result.GetProperty("failure").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_stage_that_does_not_look_at_its_token_is_named_when_it_returns()
    {
        var time = new LeapingTime();
        var engine = new ComputingEngine((_, _) => time.Leap(TimeSpan.FromSeconds(61)));
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine, time);
        await storage.PutAsync("a.txt", Articles.Text());

        Assert.Equal(ProcessingOutcome.Failed, await storage.Processor.ProcessAsync("a.txt", Token));

        Assert.Equal(FailureCode.TooComplex, (await storage.ResultAsync("a.txt"))!.Failure!.Code);
    }

    [Fact]
    public async Task Computing_adds_up_and_a_models_time_does_not_count()
    {
        var time = new LeapingTime();
        ScriptedEngine engine = null!;
        engine = new ScriptedEngine((_, article) =>
        {
            time.Leap(TimeSpan.FromHours(2));
            return Task.FromResult(engine.Draft(article));
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine, time);
        await storage.PutAsync("a.txt", Articles.Text());
        Assert.Equal(ProcessingOutcome.Succeeded, await storage.Processor.ProcessAsync("a.txt", Token));

        using var clock = new ComputeClock(TimeSpan.FromSeconds(60), null, time);
        for (var i = 0; i < 2; i++)
            clock.Run(_ => Leap(25), Token);
        Assert.Throws<ComputeLimitException>(() => clock.Run(_ => Leap(25), Token));

        int Leap(int seconds)
        {
            time.Leap(TimeSpan.FromSeconds(seconds));
            return seconds;
        }
    }

    [Fact]
    public async Task A_withdrawal_is_no_failure()
    {
        using var withdrawal = new CancellationTokenSource();
        var engine = new ComputingEngine((_, token) =>
        {
            withdrawal.Cancel();
            token.ThrowIfCancellationRequested();
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await storage.PutAsync("a.txt", Articles.Text());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => storage.Processor.ProcessAsync("a.txt", withdrawal.Token));

        Assert.Null(await storage.ResultAsync("a.txt"));
    }

    [Fact]
    public async Task A_rerun_has_the_same_limit()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), ComputingEngine.UntilCancelled, OneSecond);
        await storage.PutAsync("a.txt", Bomb);
        var reruns = storage.Get<ArticleReruns>();

        var plan = await reruns.PlanAsync(new RerunSelection(FailedOnly: false, Prefix: null, Again: false), _ => { }, Token);
        var totals = await reruns.RunAsync(plan, _ => { }, Token, Token);

        Assert.Equal(1, totals!.Failed);
        Assert.Equal(FailureCode.TooComplex, (await storage.ResultAsync("a.txt"))!.Failure!.Code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    [InlineData("soon")]
    public void A_limit_that_is_none_is_named(string value)
    {
        var problem = Assert.Throws<CommandException>(() => HostApplication.Build([new("Articles:TimeLimitSeconds", value)]));

        Assert.Contains("Articles__TimeLimitSeconds", problem.Message, StringComparison.Ordinal);
    }
}
