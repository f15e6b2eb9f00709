using System.ClientModel.Primitives;
using System.Globalization;

namespace Summarizer.LanguageModel.Limits;

/// <summary>Reads from an answer's headers when to come again, and how much is left until then.</summary>
internal static class ServerDelay
{
    /// <summary>The longest that an article waits before it asks again, whatever the server says.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary><c>retry-after-ms</c>, else <c>retry-after</c> in seconds or as a date; null when absent or not readable.</summary>
    public static TimeSpan? RetryAfter(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (Number(headers, "retry-after-ms") is { } milliseconds)
            return Bounded(milliseconds / 1000);
        if (Number(headers, "retry-after") is { } seconds)
            return Bounded(seconds);
        return headers.TryGetValue("retry-after", out var date)
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? Bounded((at - now).TotalSeconds)
                : null;
    }

    public static double? Number(PipelineResponseHeaders headers, string name)
        => headers.TryGetValue(name, out var value)
            && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) && number >= 0
                ? number
                : null;

    /// <summary>A header such as <c>x-ratelimit-reset-tokens</c>: "6m0s", "1.5s", "20ms", or bare seconds.</summary>
    public static TimeSpan? Reset(PipelineResponseHeaders headers, string name)
    {
        if (!headers.TryGetValue(name, out var value) || value is null)
            return null;
        if (Number(headers, name) is { } bare)
            return Bounded(bare);
        double seconds = 0;
        for (var i = 0; i < value.Length;)
        {
            var digits = i;
            while (i < value.Length && (char.IsAsciiDigit(value[i]) || value[i] == '.'))
                i++;
            var unit = i;
            while (i < value.Length && char.IsAsciiLetter(value[i]))
                i++;
            var amount = value.AsSpan(digits, unit - digits);
            if (unit == i || !double.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                return null;
            seconds += number * Seconds(value.AsSpan(unit, i - unit));
        }

        return double.IsNaN(seconds) ? null : Bounded(seconds);
    }

    private static double Seconds(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => 0.001,
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => double.NaN,
    };

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds));
}
