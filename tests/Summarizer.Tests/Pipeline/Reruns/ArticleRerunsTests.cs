using System.Diagnostics.Metrics;
using Summarizer.Pipeline.Reruns;
using Summarizer.Storage;
using Summarizer.Tests.Support;
using Summarizer.Tests.Telemetry;

namespace Summarizer.Tests.Pipeline.Reruns;

public sealed class ArticleRerunsTests(AzuriteFixture azurite)
{
    private static readonly RerunSelection All = new(FailedOnly: false, Prefix: null, Again: false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_settings_make_new_results_of_articles_that_did_not_change()
    {
        var connection = azurite.NextAccount();
        await using (var before = await StorageDriver.StartAsync(connection, null, ("Summary:Sentences", "3")))
            await SummariseAsync(before, 3);
        await using var storage = await StorageDriver.StartAsync(connection, null, ("Summary:Sentences", "1"));

        var (plan, totals) = await RerunAsync(storage, All);

        Assert.Equal((3, true, 0L), (plan.Names.Count, plan.IsFree, plan.InputTokens));
        Assert.Equal(3L * Articles.Text(1).Length, plan.Bytes);
        Assert.Equal((3, 3, 0), (totals.Completed, totals.Succeeded, totals.Failed));
        for (var i = 1; i <= 3; i++)
            Assert.Single((await storage.ResultAsync($"{i}.txt"))!.Summary!.Sentences);
    }

    [Fact]
    public async Task Only_the_failed_ones_under_a_prefix_are_chosen()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await SummariseAsync(storage, 1);
        foreach (var name in new[] { "a/scan.pdf", "b/scan.pdf" })
        {
            await storage.PutAsync(name, "%PDF-1.7\n"u8.ToArray());
            await storage.Processor.ProcessAsync(name, Token);
        }

        var (plan, totals) = await RerunAsync(storage, new RerunSelection(FailedOnly: true, Prefix: "b/", Again: false));

        Assert.Equal(["b/scan.pdf"], plan.Names);
        Assert.Equal((1, 0), (totals.Failed, totals.Kept));
    }

    [Fact]
    public async Task What_was_paid_for_is_paid_for_again_only_when_asked()
    {
        var engine = Engine("one");
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await SummariseAsync(storage, 3);
        var reruns = storage.Get<ArticleReruns>();

        var plan = await reruns.PlanAsync(All, _ => { }, Token);
        Assert.Equal((0, 3, 0L), (plan.Names.Count, plan.AlreadyPaid, plan.InputTokens));
        Assert.Equal(3, engine.Calls);

        var (again, totals) = await RerunAsync(storage, All with { Again = true });
        Assert.True(again.InputTokens > 0);
        Assert.Equal((3, 6), (totals.Succeeded, engine.Calls));
    }

    [Fact]
    public async Task Another_model_is_paid_for_once_and_a_second_rerun_pays_nothing()
    {
        var connection = azurite.NextAccount();
        await using (var before = await StorageDriver.StartAsync(connection, Engine("one")))
            await SummariseAsync(before, 3);
        var engine = Engine("two");
        await using var storage = await StorageDriver.StartAsync(
            connection, engine, ("OpenAI:InputPricePerMillion", "2"), ("Engine", "embedded"));

        var (_, totals) = await RerunAsync(storage, All);
        Assert.Equal((3, 3), (totals.Succeeded, engine.Calls));
        Assert.Equal("two", (await storage.ResultAsync("1.txt"))!.Engine.Model);

        var (plan, _) = await RerunAsync(storage, All);
        Assert.Equal((0, 3, 3), (plan.Names.Count, plan.AlreadyPaid, engine.Calls));
    }

    [Fact]
    public async Task A_failure_takes_no_good_result_away()
    {
        var connection = azurite.NextAccount();
        await using (var before = await StorageDriver.StartAsync(connection, Engine("one")))
            await SummariseAsync(before, 1);
        var refusing = new ScriptedEngine((_, _) => Task.FromResult<EngineOutcome>(
            new EngineOutcome.Failed(
                FailureCode.Refused, "The model refused.", new EngineReport { Name = "openai", Version = "test", Model = "scripted" })));
        await using var storage = await StorageDriver.StartAsync(connection, refusing);

        var (_, totals) = await RerunAsync(storage, All with { Again = true });

        Assert.Equal((1, 1), (totals.Failed, totals.Kept));
        Assert.Equal(ArticleStatus.Succeeded, (await storage.ResultAsync("1.txt"))!.Status);
    }

    [Fact]
    public async Task An_interrupted_rerun_goes_on_where_it_stopped()
    {
        using var stop = new CancellationTokenSource();
        var calls = 0;
        var engine = Engine("one", () =>
        {
            if (Interlocked.Increment(ref calls) == 6)
                stop.Cancel();
        });
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine, ("Articles:Parallel", "1"));
        await SummariseAsync(storage, 4);
        var again = All with { Again = true };
        var reruns = storage.Get<ArticleReruns>();

        var first = await reruns.RunAsync(await reruns.PlanAsync(again, _ => { }, Token), _ => { }, stop.Token, Token);
        Assert.Equal(2, first!.Completed);
        var (plan, rest) = await RerunAsync(storage, again);

        Assert.Equal(("2.txt", 2), (plan.GoesOnAfter, rest.Succeeded));
        Assert.Equal(8, engine.Calls);
        Assert.Null((await reruns.PlanAsync(again, _ => { }, Token)).GoesOnAfter);
    }

    [Fact]
    public async Task An_upload_that_comes_meanwhile_is_left_to_the_server()
    {
        StorageDriver? storage = null;
        string? newer = null;
        var engine = Engine("two", () => newer ??= storage!.PutAsync("1.txt", Articles.Text(2)).GetAwaiter().GetResult());
        var connection = azurite.NextAccount();
        await using (var before = await StorageDriver.StartAsync(connection, Engine("one")))
            await SummariseAsync(before, 1);
        storage = await StorageDriver.StartAsync(connection, engine);

        var (_, totals) = await RerunAsync(storage, All);

        Assert.Equal((1, 0), (totals.Gone, totals.Succeeded));
        Assert.NotEqual(newer, (await storage.ResultAsync("1.txt"))!.Source.ETag);
        await storage.DisposeAsync();
    }

    [Fact]
    public async Task Two_reruns_do_not_run_at_once()
    {
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount());
        await using var other = await BlobLease.TryAcquireAsync(
            storage.Get<StorageAccount>().Work.GetBlobClient("rerun/lease"), TimeProvider.System, Token);
        Assert.NotNull(other);

        var plan = await storage.Get<ArticleReruns>().PlanAsync(All, _ => { }, Token);

        Assert.Null(await storage.Get<ArticleReruns>().RunAsync(plan, _ => { }, Token, Token));
    }

    [Fact]
    public async Task A_rerun_has_the_counts_the_cost_and_the_trace_of_a_first_run()
    {
        var connection = azurite.NextAccount();
        await using (var before = await StorageDriver.StartAsync(connection, Engine("one")))
            await SummariseAsync(before, 2);
        var calls = 0;
        ScriptedEngine engine = null!;
        engine = new ScriptedEngine(
            (_, article) => Interlocked.Increment(ref calls) == 1
                ? throw new InvalidOperationException("broken")
                : Task.FromResult(engine.Draft(article, engine.Identity with { InputTokens = 100, Cost = 0.5m })),
            "two");
        await using var storage = await StorageDriver.StartAsync(connection, engine, ("Articles:Parallel", "1"));
        using var measured = new Measured(storage.Get<IMeterFactory>());

        var (_, totals) = await RerunAsync(storage, All);

        Assert.Equal((2, 200L, 1m), (totals.Succeeded, totals.Tokens, totals.Cost));
        Assert.Equal(1, measured.Sum("summarizer.article.outcomes", ("outcome", "waiting")));
        Assert.Equal(2, measured.Sum("summarizer.article.outcomes", ("outcome", "succeeded"), ("engine", "openai")));
        Assert.Equal(3, measured.Count("summarizer.article.duration"));
        Assert.Equal(0, measured.Count("summarizer.article.wait"));
        Assert.Equal(1.0, measured.Sum("summarizer.article.cost"));
        Assert.Matches("^[0-9a-f]{32}$", (await storage.ResultAsync("1.txt"))!.TraceId);
    }

    [Fact]
    public async Task What_was_paid_for_before_costs_a_rerun_nothing_and_counts_as_paid()
    {
        var engine = Engine("one");
        await using var storage = await StorageDriver.StartAsync(azurite.NextAccount(), engine);
        await SummariseAsync(storage, 1);
        using var measured = new Measured(storage.Get<IMeterFactory>());
        var plan = new RerunPlan(All, ["1.txt"], 1, 0, null, engine.Identity, 1, 1, null);

        var totals = await storage.Get<ArticleReruns>().RunAsync(plan, _ => { }, Token, Token);

        Assert.Equal((1, 1), (totals!.AlreadyPaid, engine.Calls));
        Assert.Equal(0, measured.Sum("summarizer.article.cost"));
    }

    private static ScriptedEngine Engine(string model, Action? before = null)
    {
        ScriptedEngine? engine = null;
        return engine = new ScriptedEngine(
            (_, article) =>
            {
                before?.Invoke();
                return Task.FromResult(engine!.Draft(article));
            },
            model);
    }

    private static async Task SummariseAsync(StorageDriver storage, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await storage.PutAsync($"{i}.txt", Articles.Text(i));
            await storage.Processor.ProcessAsync($"{i}.txt", Token);
        }
    }

    private static async Task<(RerunPlan Plan, RerunTotals Totals)> RerunAsync(StorageDriver storage, RerunSelection selection)
    {
        var reruns = storage.Get<ArticleReruns>();
        var plan = await reruns.PlanAsync(selection, _ => { }, Token);
        return (plan, (await reruns.RunAsync(plan, _ => { }, Token, Token))!);
    }
}
