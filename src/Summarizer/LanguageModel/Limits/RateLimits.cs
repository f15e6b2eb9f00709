using System.ClientModel.Primitives;

namespace Summarizer.LanguageModel.Limits;

/// <summary>The server's limits, kept for all articles of the process together.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Allowance requests = new("x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests");
    private readonly Allowance tokens = new("x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens");
    private DateTimeOffset pausedUntil;
    private TimeSpan nextGuess = FirstPause;

    /// <summary>Takes a place for a call; when there is none, the time after which to ask again.</summary>
    /// <param name="estimate">Input and output tokens that the call will use.</param>
    public TimeSpan Enter(long estimate)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var wait = Longer(pausedUntil - now, Longer(requests.Wait(1, now), tokens.Wait(estimate, now)));
            if (wait > TimeSpan.Zero)
                return wait;
            requests.Take(1);
            tokens.Take(estimate);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Releases what <see cref="Enter"/> took: the call was not made.</summary>
    public void Release(long estimate)
    {
        lock (gate)
        {
            requests.Take(-1);
            tokens.Take(-estimate);
        }
    }

    /// <summary>Reads what the server says is left.</summary>
    public void Note(PipelineResponseHeaders headers)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            requests.Note(headers, now);
            tokens.Note(headers, now);
        }
    }

    /// <summary>The server said to come later: every article does.</summary>
    /// <param name="asked">How much later; null leaves it to the limits it told, or to guesses that double.</param>
    public TimeSpan Pause(TimeSpan? asked)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var told = Longer(requests.Wait(1, now), tokens.Wait(1, now));
            var delay = asked ?? (told > TimeSpan.Zero ? told : nextGuess);
            if (asked is null && told <= TimeSpan.Zero)
                nextGuess = nextGuess * 2 < LongestGuess ? nextGuess * 2 : LongestGuess;
            if (now + delay > pausedUntil)
                pausedUntil = now + delay;
            return pausedUntil - now;
        }
    }

    public void Succeeded()
    {
        lock (gate)
            nextGuess = FirstPause;
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>One kind of limit, which fills up again at an even rate.</summary>
    private sealed class Allowance(string limitHeader, string remainingHeader, string resetHeader)
    {
        private double? left;
        private double? limit;
        private double perSecond;
        private DateTimeOffset notedAt;
        private DateTimeOffset fullAt;

        public void Note(PipelineResponseHeaders headers, DateTimeOffset now)
        {
            if (ServerDelay.Number(headers, remainingHeader) is not { } remaining)
                return;
            limit = ServerDelay.Number(headers, limitHeader);
            var reset = ServerDelay.Reset(headers, resetHeader) ?? TimeSpan.FromMinutes(1);
            perSecond = limit is { } most && reset > TimeSpan.Zero ? (most - remaining) / reset.TotalSeconds : 0;
            (left, notedAt, fullAt) = (remaining, now, now + reset);
        }

        public TimeSpan Wait(double need, DateTimeOffset now)
        {
            if (left is not { } noted || now >= fullAt)
            {
                left = null;
                return TimeSpan.Zero;
            }

            // What exceeds the limit by itself is let through when the allowance is full: the server decides.
            var missing = Math.Min(need, limit ?? need) - (noted + (perSecond * (now - notedAt).TotalSeconds));
            if (missing <= 0)
                return TimeSpan.Zero;
            var refill = perSecond > 0 ? TimeSpan.FromSeconds(missing / perSecond) : fullAt - now;
            return refill < fullAt - now ? refill : fullAt - now;
        }

        public void Take(double used) => left -= used;
    }
}
