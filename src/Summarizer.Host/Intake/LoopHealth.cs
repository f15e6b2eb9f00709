using System.Globalization;
using System.Xml;
using Azure;

namespace Summarizer.Host.Intake;

/// <summary>Whether a loop in the background does its work: told by the loop, asked by <see cref="BackgroundHealth"/>.</summary>
/// <param name="what">What the loop does, as the subject of a sentence, such as "The container articles".</param>
/// <param name="done">What was done when it succeeds, such as "listed".</param>
internal sealed class LoopHealth(string what, string done, TimeProvider time)
{
    /// <summary>One failure is soon tried again and is no news.</summary>
    private const int FailuresThatCount = 2;

    private readonly Lock gate = new();
    private long? expectedSince;
    private TimeSpan expectedWithin;
    private int failures;
    private string reason = "";

    /// <summary>Why the work is not done; null while it is.</summary>
    public string? Problem
    {
        get
        {
            lock (gate)
            {
                if (failures >= FailuresThatCount)
                    return $"{what} cannot be {done}: {reason}.";
                return expectedSince is { } since && time.GetElapsedTime(since) is var passed && passed > expectedWithin
                    ? string.Create(CultureInfo.InvariantCulture, $"{what} should have been {done}, and for "
                        + $"{passed.TotalSeconds:0} s was not.")
                    : null;
            }
        }
    }

    /// <summary>The work is expected to be done within this time from now, for the first time or once more.</summary>
    public void Expect(TimeSpan within)
    {
        lock (gate)
            (expectedSince, expectedWithin) = (time.GetTimestamp(), within);
    }

    public void Succeeded()
    {
        lock (gate)
            failures = 0;
    }

    public void Failed(Exception exception)
    {
        lock (gate)
            (failures, reason) = (failures + 1, ReasonOf(exception.GetBaseException()));
    }

    /// <summary>A listing is XML, and a name in it may hold a character that XML cannot: that does not pass by itself.</summary>
    private static string ReasonOf(Exception cause) => cause switch
    {
        XmlException => "storage answers with XML that cannot be read, most likely for a name with a character that XML "
            + "forbids; remove what has that name",
        RequestFailedException { Status: > 0 } refused => $"storage answered {refused.Status} {refused.ErrorCode}; check "
            + $"ArticleStorage and the account's rights",
        RequestFailedException or HttpRequestException or IOException or OperationCanceledException or System.Net.Sockets.SocketException
            => "storage does not answer; check ArticleStorage and the network",
        _ => $"an unexpected {cause.GetType().Name}; the log names the cause",
    };
}
