using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Summarizer.LanguageModel.Limits;
using Summarizer.LanguageModel.Prompting;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>Gets an answer to a prompt within the limits, the circuit and the budget that all articles share.</summary>
internal sealed partial class ModelCaller(
    ModelConnection connection,
    RateLimits limits,
    CircuitBreaker circuit,
    ServerAbilities abilities,
    ITokenBudget budget,
    ModelMeters meters,
    IOptions<OpenAIOptions> settings,
    TimeProvider time,
    ILogger<ModelCaller> logger)
{
    /// <summary>More tries than this of one call are left to the queue.</summary>
    private const int QuickTries = 3;

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilSettingsChange = TimeSpan.FromMinutes(15);

    private readonly OpenAIOptions options = settings.Value;
    private readonly RequestBuilder requests = new(settings.Value);
    private string? lastComplaint;

    /// <summary>What a call may wait in all; with a stand-in at hand, hardly at all.</summary>
    private TimeSpan LongestWait => TimeSpan.FromSeconds(options.WhenUnavailable == WhenUnavailable.Embedded ? 2 : 20);

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

    private async Task<CallOutcome> AskAsync(IReadOnlyList<ChatText> messages, CancellationToken cancellationToken)
    {
        var known = abilities.Shape;
        var shape = known;
        var patience = new Patience(LongestWait, time);
        for (var failures = 0; ;)
        {
            var input = requests.Input(messages);
            if (await EnterAsync(requests.Reserve(input), patience, cancellationToken).ConfigureAwait(false) is { } waiting)
                return waiting;
            var (answer, outOfBudget) = await SendAsync(requests.Build(messages, shape), input, cancellationToken).ConfigureAwait(false);
            if (outOfBudget is not null)
                return outOfBudget;
            // Who waits may go on when there is nothing to learn for now; after an answer, only once its shape is known.
            if (answer is ModelAnswer.Throttled or ModelAnswer.Away or ModelAnswer.WrongSetting)
                abilities.Settle();
            switch (answer)
            {
                case ModelAnswer.NotTaken(var message):
                    // What another call has found out meanwhile comes first, but once: from there on shapes only get plainer.
                    var learned = abilities.Shape == known ? null : abilities.Shape;
                    if ((learned ?? shape.Without(message) ?? shape.Plainer()) is not { } plainer)
                        return abilities.Succeeded ? new CallOutcome.Answered(answer) : Wrong(NothingTaken(message));
                    (shape, known) = (plainer, learned is null ? known : learned);
                    break;
                case ModelAnswer.Throttled(var asked):
                    var pause = limits.Pause(asked);
                    if (!await patience.SpendAsync(pause, cancellationToken).ConfigureAwait(false))
                        return new CallOutcome.Waiting("The model is busy.", pause);
                    break;
                case ModelAnswer.Away(var reason, var asked, var timely):
                    circuit.Failed(reason, asked);
                    var backoff = asked ?? (FirstBackoff * Math.Pow(4, failures));
                    if (!timely || ++failures >= QuickTries || !await patience.SpendAsync(backoff, cancellationToken).ConfigureAwait(false))
                        return new CallOutcome.Waiting(reason, asked ?? AfterFailure);
                    break;
                case ModelAnswer.WrongSetting(var message):
                    return Wrong(message);
                default:
                    limits.Succeeded();
                    if (abilities.Learn(shape))
                        Log.Plainer(logger, shape.ToString());
                    return new CallOutcome.Answered(answer);
            }
        }
    }

    /// <summary>Null when the call may be made.</summary>
    private async ValueTask<CallOutcome.Waiting?> EnterAsync(long tokens, Patience patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = circuit.Enter();
            var reason = circuit.Reason;
            if (wait == TimeSpan.Zero && (wait = limits.Enter(tokens)) > TimeSpan.Zero)
            {
                circuit.Abandoned();
                reason = "The model is busy.";
            }

            if (wait == TimeSpan.Zero)
                return null;
            if (!await patience.SpendAsync(wait, cancellationToken).ConfigureAwait(false))
                return new CallOutcome.Waiting(reason, wait);
        }
    }

    private async Task<(ModelAnswer Answer, CallOutcome.Waiting? OutOfBudget)> SendAsync(
        ChatRequest request, long input, CancellationToken cancellationToken)
    {
        var reserve = requests.Reserve(input);
        var grant = await budget.ReserveAsync(reserve, cancellationToken).ConfigureAwait(false);
        if (!grant.Granted)
        {
            circuit.Abandoned();
            return (new ModelAnswer.Garbled(), new CallOutcome.Waiting(OutOfBudget(reserve), grant.Delay));
        }

        // A call that broke off may have been charged for: a hard limit counts it.
        var used = reserve;
        try
        {
            using var call = meters.Begin();
            var answer = call.End(await connection.SendAsync(request, cancellationToken).ConfigureAwait(false));
            used = answer is ModelAnswer.Away { MaybeCharged: true } ? input : answer.Use.Total;
            if (answer.Use.Input > 0)
                requests.Learn(input, answer.Use);
            if (answer is not ModelAnswer.Away)
                circuit.Answered();
            return (answer, null);
        }
        catch (OperationCanceledException)
        {
            circuit.Abandoned();
            throw;
        }
        finally
        {
            await budget.SettleAsync(grant, used, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The operator reads it once in the log, the readers of waiting articles as the reason.</summary>
    private CallOutcome.Waiting Wrong(string message)
    {
        if (Interlocked.Exchange(ref lastComplaint, message) != message)
            Log.WrongSetting(logger, UpstreamMessage.Without(message));
        return new CallOutcome.Waiting(message, UntilSettingsChange);
    }

    private string OutOfBudget(long reserve) => reserve > options.DailyTokenBudget
        ? $"The article needs about {reserve} tokens in one call, more than OpenAI__DailyTokenBudget allows a day; raise it or lower OpenAI__MaxInputTokens."
        : "The day's token budget (OpenAI__DailyTokenBudget) is used up; the article is read on the next UTC day.";

    private static string NothingTaken(string message)
        => $"The model's server does not take the request; check OpenAI__Endpoint and OpenAI__Model. {UpstreamMessage.Quoted(message)}";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Message} Articles wait meanwhile.")]
        public static partial void WrongSetting(ILogger logger, string message);

        [LoggerMessage(2, LogLevel.Information, "The model's server does not take every part of a request; from now on: {Shape}.")]
        public static partial void Plainer(ILogger logger, string shape);
    }
}
