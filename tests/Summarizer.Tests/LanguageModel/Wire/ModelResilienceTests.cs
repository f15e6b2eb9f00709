using Microsoft.Extensions.Options;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Wire;

namespace Summarizer.Tests.LanguageModel.Wire;

public sealed class ModelResilienceTests
{
    private static readonly ModelAnswer Down = new ModelAnswer.Unavailable("The model's server answered 503.", null, Timely: true);
    private static readonly ModelAnswer Reply = new ModelAnswer.Reply("{}");

    private readonly ManualTime time = new();
    private readonly ModelResilience resilience;

    public ModelResilienceTests() => resilience = new ModelResilience(Options.Create(new OpenAIOptions()), time);

    [Fact]
    public async Task Five_failures_without_an_answer_between_them_open_the_circuit_however_far_apart_they_are()
    {
        await SendAsync(Down, 4);
        await SendAsync(Reply);
        await SendAsync(Down, 4);
        time.Advance(TimeSpan.FromHours(3));

        Assert.Same(Down, await SendAsync(Down));
        var kept = Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply));

        Assert.Equal(("The model's server answered 503.", TimeSpan.FromSeconds(5)), (kept.Reason, kept.Delay));
    }

    [Fact]
    public async Task Breaks_double_to_twenty_seconds_and_begin_anew_after_an_answer()
    {
        var first = await BreaksAsync(4);
        Assert.Equal([5, 10, 20, 20], first);

        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Same(Reply, await SendAsync(Reply));

        var second = await BreaksAsync(2);
        Assert.Equal([5, 10], second);
    }

    [Fact]
    public async Task A_break_lasts_as_long_as_the_server_asked_for()
    {
        await SendAsync(new ModelAnswer.Unavailable("Down.", TimeSpan.FromSeconds(90), Timely: true), 5);

        Assert.Equal(TimeSpan.FromSeconds(90), Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply)).Delay);
    }

    [Fact]
    public async Task One_call_probes_the_server_and_the_others_ask_again_after_a_second()
    {
        await SendAsync(Down, 5);
        time.Advance(TimeSpan.FromSeconds(5));
        var answer = new TaskCompletionSource<ModelAnswer>();
        var probe = resilience.SendAsync(_ => answer.Task, TestContext.Current.CancellationToken);

        var first = Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply));
        time.Advance(TimeSpan.FromSeconds(30));
        var later = Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply));
        answer.SetResult(Reply);

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), (first.Delay, later.Delay));
        Assert.Same(Reply, await probe);
        Assert.Same(Reply, await SendAsync(Reply));
    }

    [Fact]
    public async Task A_cancelled_probe_shows_nothing_and_leaves_the_probe_to_the_next_call()
    {
        await SendAsync(Down, 5);
        time.Advance(TimeSpan.FromSeconds(5));
        using var cancelled = new CancellationTokenSource();
        var probe = resilience.SendAsync(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return Reply;
            },
            cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
        Assert.Same(Down, await SendAsync(Down));
        Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply));
    }

    [Fact]
    public async Task Failures_are_followed_by_two_more_attempts_after_half_a_second_and_two()
    {
        var attempts = 0;

        var outcome = await resilience.RetryAsync(
            _ => new(CallAttempt.Failure(new CallOutcome.Unavailable(new Deferred($"{++attempts}", TimeSpan.FromSeconds(5))), null)),
            TestContext.Current.CancellationToken);

        Assert.Equal("3", Assert.IsType<CallOutcome.Unavailable>(outcome).Deferred.Reason);
        Assert.Equal([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2)], time.Waits);
    }

    [Fact]
    public async Task Waits_are_made_while_they_fit_into_twenty_seconds_in_all()
    {
        var waits = new Queue<int>([12, 0, 8, 1]);

        var outcome = await resilience.RetryAsync(
            _ => new(CallAttempt.Wait($"{waits.Peek()}", TimeSpan.FromSeconds(waits.Dequeue()))), TestContext.Current.CancellationToken);

        Assert.Equal("1", Assert.IsType<CallOutcome.Unavailable>(outcome).Deferred.Reason);
        Assert.Equal([TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(8)], time.Waits);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait()
    {
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resilience.RetryAsync(
            async _ =>
            {
                await cancelled.CancelAsync();
                return CallAttempt.Wait("Busy.", TimeSpan.FromSeconds(1));
            },
            cancelled.Token));
    }

    private async Task<ModelAnswer> SendAsync(ModelAnswer answer, int times = 1)
    {
        for (var i = 1; i < times; i++)
            await resilience.SendAsync(_ => Task.FromResult(answer), TestContext.Current.CancellationToken);
        return await resilience.SendAsync(_ => Task.FromResult(answer), TestContext.Current.CancellationToken);
    }

    /// <summary>Seconds of the breaks that an outage brings: five failures open the circuit, then each probe fails.</summary>
    private async Task<int[]> BreaksAsync(int count)
    {
        await SendAsync(Down, 4);
        var breaks = new List<int>();
        while (breaks.Count < count)
        {
            await SendAsync(Down);
            var left = Assert.IsType<ModelAnswer.NotSent>(await SendAsync(Reply)).Delay;
            breaks.Add((int)left.TotalSeconds);
            if (breaks.Count < count)
                time.Advance(left);
        }

        return [.. breaks];
    }
}
