using Microsoft.Extensions.Options;

namespace Summarizer.LanguageModel.Limits;

/// <summary>Keeps the tokens of a UTC day within <see cref="OpenAIOptions.DailyTokenBudget"/>.</summary>
public interface ITokenBudget
{
    /// <summary>Sets tokens aside before a call, so that calls at once cannot overspend together.</summary>
    /// <param name="tokens">The most that the call is expected to use, in and out together.</param>
    ValueTask<TokenGrant> ReserveAsync(long tokens, CancellationToken cancellationToken);

    /// <summary>Replaces what was set aside by what the call used; called once for each grant that was granted.</summary>
    ValueTask SettleAsync(TokenGrant grant, long used, CancellationToken cancellationToken);
}

/// <param name="Granted">Whether the call may be made.</param>
/// <param name="Day">The UTC day that the tokens count against.</param>
/// <param name="Tokens">What was set aside; 0 when not granted.</param>
/// <param name="Delay">Until the next UTC day when not granted; else zero.</param>
public sealed record TokenGrant(bool Granted, DateOnly Day, long Tokens, TimeSpan Delay)
{
    public static TokenGrant Until(DateTimeOffset now) => new(
        false, DateOnly.FromDateTime(now.UtcDateTime), 0, now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime);
}

/// <summary>The budget of one process.</summary>
internal sealed class ProcessTokenBudget(IOptions<OpenAIOptions> options, TimeProvider time) : ITokenBudget
{
    private readonly Lock gate = new();
    private DateOnly day;
    private long spent;

    public ValueTask<TokenGrant> ReserveAsync(long tokens, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            if (today != day)
                (day, spent) = (today, 0);
            if (options.Value.DailyTokenBudget is { } most && spent + tokens > most)
                return new(TokenGrant.Until(now));
            spent += tokens;
            return new(new TokenGrant(true, today, tokens, TimeSpan.Zero));
        }
    }

    public ValueTask SettleAsync(TokenGrant grant, long used, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (grant.Day == day)
                spent += used - grant.Tokens;
        }

        return ValueTask.CompletedTask;
    }
}
