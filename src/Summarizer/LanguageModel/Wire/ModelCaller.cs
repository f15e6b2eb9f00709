using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel.Limits;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Gets an answer to a prompt within the limits, the circuit breaker and the budget that all articles share.</summary>
internal sealed partial class ModelCaller(
    ModelConnection connection,
    RateLimits limits,
    ModelResilience resilience,
    ServerAbilities abilities,
    ITokenBudget budget,
    ModelMeters meters,
    IOptions<OpenAIOptions> settings,
    ILogger<ModelCaller> logger)
{
    private const string Busy = "The model is busy.";

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilSettingsChange = TimeSpan.FromMinutes(15);

    private readonly OpenAIOptions options = settings.Value;
    private readonly RequestBuilder requests = new(settings.Value);
    private string? lastComplaint;

    public async Task<CallOutcome> CallAsync(IReadOnlyList<ChatText> messages, CancellationToken cancellationToken)
    {
        await abilities.WaitAsync(options.DailyTokenBudget is not null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await AskAsync(messages, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // However the first call ended, the others need not wait for it any longer.
            abilities.Settle();
        }
    }

    private Task<CallOutcome> AskAsync(IReadOnlyList<ChatText> messages, CancellationToken cancellationToken)
    {
        var known = abilities.Shape;
        var shape = known;
        return resilience.RetryAsync(AttemptAsync, cancellationToken);

        async ValueTask<CallAttempt> AttemptAsync(CancellationToken cancellationToken)
        {
            var input = requests.Input(messages);
            var reserve = requests.Reserve(input);
            if (limits.Enter(reserve) is var wait && wait > TimeSpan.Zero)
                return CallAttempt.Wait(Busy, wait);
            var grant = await budget.ReserveAsync(reserve, cancellationToken).ConfigureAwait(false);
            if (!grant.Granted)
            {
                limits.Release(reserve);
                return CallAttempt.Final(Unavailable(OutOfBudget(reserve), grant.Delay));
            }

            var answer = await SendAsync(requests.Build(messages, shape), input, grant, cancellationToken).ConfigureAwait(false);
            // Who waits may go on when there is nothing to learn for now; after an answer, only once its shape is known.
            if (answer is ModelAnswer.Throttled or ModelAnswer.Unavailable or ModelAnswer.WrongSetting)
                abilities.Settle();
            switch (answer)
            {
                case ModelAnswer.Unsupported(var message):
                    // What another call has found out meanwhile comes first, but once: from there on shapes only get plainer.
                    var learned = abilities.Shape == known ? null : abilities.Shape;
                    if ((learned ?? shape.Without(message) ?? shape.Downgrade()) is not { } downgraded)
                        return CallAttempt.Final(abilities.Succeeded ? new CallOutcome.Answered(answer) : Wrong(NothingTaken(message)));
                    (shape, known) = (downgraded, learned ?? known);
                    return CallAttempt.AtOnce(new CallOutcome.Answered(answer));
                case ModelAnswer.NotSent(var reason, var left):
                    limits.Release(reserve);
                    return CallAttempt.Wait(reason, left);
                case ModelAnswer.Throttled(var requested):
                    return CallAttempt.Wait(Busy, limits.Pause(requested));
                case ModelAnswer.Unavailable(var reason, var requested, var timely):
                    var unavailable = Unavailable(reason, requested ?? AfterFailure);
                    return timely ? CallAttempt.Failure(unavailable, requested) : CallAttempt.Final(unavailable);
                case ModelAnswer.WrongSetting(var message):
                    return CallAttempt.Final(Wrong(message));
                default:
                    limits.Succeeded();
                    if (abilities.Learn(shape))
                        Log.Downgraded(logger, shape.ToString());
                    return CallAttempt.Final(new CallOutcome.Answered(answer));
            }
        }
    }

    private async Task<ModelAnswer> SendAsync(ChatRequest request, long input, TokenGrant grant, CancellationToken cancellationToken)
    {
        // A call that broke off may have been charged for: a hard limit counts it.
        var used = grant.Tokens;
        try
        {
            var answer = await resilience.SendAsync(
                async cancellationToken =>
                {
                    using var call = meters.Begin();
                    return call.End(await connection.SendAsync(request, cancellationToken).ConfigureAwait(false));
                },
                cancellationToken).ConfigureAwait(false);
            used = answer is ModelAnswer.Unavailable { MaybeCharged: true } ? input : answer.Use.Total;
            if (answer.Use.Input > 0)
                requests.Learn(input, answer.Use);
            return answer;
        }
        finally
        {
            await budget.SettleAsync(grant, used, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The operator reads it once in the log, the readers of waiting articles as the reason.</summary>
    private CallOutcome.Unavailable Wrong(string message)
    {
        if (Interlocked.Exchange(ref lastComplaint, message) != message)
            Log.WrongSetting(logger, UpstreamMessage.Without(message));
        return Unavailable(message, UntilSettingsChange);
    }

    private static CallOutcome.Unavailable Unavailable(string reason, TimeSpan delay) => new(new Deferred(reason, delay));

    private string OutOfBudget(long reserve) => reserve > options.DailyTokenBudget
        ? $"The article needs about {reserve} tokens in one call, more than OpenAI__DailyTokenBudget allows a day; raise it "
            + $"or lower OpenAI__MaxInputTokens."
        : "The day's token budget (OpenAI__DailyTokenBudget) is used up; the article is read on the next UTC day.";

    private static string NothingTaken(string message)
        => $"The model's server does not take the request; check OpenAI__Endpoint and OpenAI__Model. {UpstreamMessage.Quoted(message)}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Message} Articles wait meanwhile.")]
        public static partial void WrongSetting(ILogger logger, string message);

        [LoggerMessage(2, LogLevel.Information, "The model's server does not take every part of a request; from now on: {Shape}.")]
        public static partial void Downgraded(ILogger logger, string shape);
    }
}
