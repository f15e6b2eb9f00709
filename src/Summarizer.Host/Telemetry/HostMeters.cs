using System.Diagnostics;
using System.Diagnostics.Metrics;
using Summarizer.Host.Intake;
using Summarizer.Telemetry;

namespace Summarizer.Host.Telemetry;

/// <summary>What waits on this machine, and what the process holds: meter <c>Summarizer.Host</c>. Looked at only when somebody
/// asks.</summary>
internal sealed class HostMeters : IDisposable
{
    private readonly Meter meter;

    public HostMeters(IMeterFactory meters, ArticleDispatcher dispatcher, TimeProvider time)
    {
        meter = meters.Create(SummarizerMeters.Host);
        meter.CreateObservableUpDownCounter(
            "summarizer.article.pending", () => dispatcher.Pending, "{article}", "Articles noticed and not yet through, those "
                + "in flight included.");
        meter.CreateObservableGauge(
            "summarizer.article.oldest_age",
            () => dispatcher.OldestObserved is { } noticed ? Math.Max(0, (time.GetUtcNow() - noticed).TotalSeconds) : 0,
            "s", "How long the oldest of the pending articles has been waiting; 0 when none is.");
        meter.CreateObservableGauge(
            "summarizer.retry.waiting", Waiting, "{article}", "Articles in the retry queue, as the storage counts them.");
        meter.CreateObservableUpDownCounter(
            "process.open_file_descriptor.count", () => Read(p => p.HandleCount), "{file_descriptor}",
            "Files, sockets and other handles that the process holds.");
        meter.CreateObservableUpDownCounter(
            "process.thread.count", () => Read(p => p.Threads.Count), "{thread}", "Threads of the process.");
    }

    /// <summary>Articles in the retry queue when it was last looked at; null before that.</summary>
    public int? Retrying { get; set; }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Waiting() => Retrying is { } count ? [new Measurement<int>(count)] : [];

    private static int Read(Func<Process, int> value)
    {
        using var process = Process.GetCurrentProcess();
        return value(process);
    }
}
