using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;
using Polly.Retry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>The strategies around a call: the retry for one article, the circuit breaker for all of them together.</summary>
internal sealed class ModelResilience
{
    /// <summary>So many failures without an answer between them are an outage; fewer are accidents.</summary>
    private const int OutageFailures = 5;

    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(5);

    /// <summary>Short enough that all that waits is done within a minute of the server's return.</summary>
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(20);

    /// <summary>How long the others wait for the one call that probes the server.</summary>
    private static readonly TimeSpan ProbeWait = TimeSpan.FromSeconds(1);

    private static readonly ResiliencePropertyKey<RetryBudget> Budget = new("summarizer.model.retry-budget");
    private static readonly ResiliencePropertyKey<ModelAnswer.Unavailable?> Failure = new("summarizer.model.failure");

    private readonly CircuitBreakerManualControl control = new();
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<CallAttempt> retry;
    private readonly ResiliencePipeline<ModelAnswer> circuit;
    private readonly TimeSpan longestWait;
    private volatile string lastFailure = "";

    public ModelResilience(IOptions<OpenAIOptions> settings, TimeProvider time)
    {
        // With the embedded engine to fall back to, a call hardly waits at all.
        longestWait = TimeSpan.FromSeconds(settings.Value.WhenUnavailable == WhenUnavailable.Embedded ? 2 : 20);
        retry = new ResiliencePipelineBuilder<CallAttempt> { TimeProvider = time }.AddRetry(Retry()).Build();
        circuit = new ResiliencePipelineBuilder<ModelAnswer> { TimeProvider = time }
            .AddFallback(NotSent()).AddCircuitBreaker(Circuit()).Build();
    }

    /// <summary>Makes attempts until one is final or the call's retry budget is spent.</summary>
    public async Task<CallOutcome> RetryAsync(Func<CancellationToken, ValueTask<CallAttempt>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Budget, new RetryBudget(longestWait));
        try
        {
            var last = await retry
                .ExecuteAsync(static (context, attempt) => attempt(context.CancellationToken), context, attempt).ConfigureAwait(false);
            return last.Outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends a request, or answers <see cref="ModelAnswer.NotSent"/> while the circuit is open.</summary>
    public async Task<ModelAnswer> SendAsync(Func<CancellationToken, Task<ModelAnswer>> send, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            var answer = await circuit.ExecuteAsync(
                async (context, send) =>
                {
                    var answer = await send(context.CancellationToken).ConfigureAwait(false);
                    if (answer is ModelAnswer.Unavailable failure)
                    {
                        context.Properties.Set(Failure, failure);
                        lastFailure = failure.Reason;
                    }

                    return answer;
                },
                context,
                send).ConfigureAwait(false);
            // The breaker measures a share of failures in a window. An outage is failures in a row however far apart, as they
            // are when each is a timeout: so the window is long, and every answer closes the circuit, which empties the window.
            if (answer is not (ModelAnswer.Unavailable or ModelAnswer.NotSent))
                await control.CloseAsync(CancellationToken.None).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static RetryStrategyOptions<CallAttempt> Retry() => new()
    {
        // The budget ends them.
        MaxRetryAttempts = int.MaxValue,
        ShouldHandle = static args => new(args.Outcome.Result is { } attempt && Spent(args.Context).TrySpend(attempt)),
        DelayGenerator = static args => new(Spent(args.Context).Delay),
    };

    private CircuitBreakerStrategyOptions<ModelAnswer> Circuit() => new()
    {
        MinimumThroughput = OutageFailures,
        // Only failures and the rare call that was cancelled are in the window.
        FailureRatio = 0.5,
        SamplingDuration = TimeSpan.FromDays(1),
        BreakDuration = ProbeWait,
        BreakDurationGenerator = static args => new(Break(args)),
        ManualControl = control,
        StateProvider = state,
        // A probe that was cancelled shows nothing about the server: the circuit stays open, and the next call probes.
        ShouldHandle = args => new(args.Outcome.Result is ModelAnswer.Unavailable
            || (args.Outcome.Exception is OperationCanceledException && state.CircuitState == CircuitState.HalfOpen)),
    };

    private FallbackStrategyOptions<ModelAnswer> NotSent() => new()
    {
        ShouldHandle = static args => new(args.Outcome.Exception is BrokenCircuitException),
        FallbackAction = args => Outcome.FromResultAsValueTask<ModelAnswer>(new ModelAnswer.NotSent(
            lastFailure,
            args.Outcome.Exception is BrokenCircuitException { RetryAfter: { } left } && left > TimeSpan.Zero ? left : ProbeWait)),
    };

    private static TimeSpan Break(BreakDurationGeneratorArguments args)
    {
        if (args.Context.Properties.GetValue(Failure, null) is not { } failure)
            return TimeSpan.Zero;
        var doubled = FirstBreak * Math.Pow(2, Math.Min(args.HalfOpenAttempts, 10));
        var next = doubled < LongestBreak ? doubled : LongestBreak;
        return failure.Delay > next ? failure.Delay.Value : next;
    }

    private static RetryBudget Spent(ResilienceContext context) => context.Properties.GetValue(Budget, null!);
}
