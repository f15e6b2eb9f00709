using System.Diagnostics;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;
using Summarizer.Telemetry;

namespace Summarizer.Storage.Telemetry;

/// <summary>Measures every call that goes over the wire to the storage: meter <c>Summarizer.Storage</c>.</summary>
internal sealed class StorageMeter : HttpPipelinePolicy, IDisposable
{
    private static readonly double[] Bounds = [.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30];

    private readonly Meter meter;
    private readonly Histogram<double> duration;
    private readonly TimeProvider time;

    public StorageMeter(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        meter = meters.Create(SummarizerMeters.Storage);
        duration = meter.CreateHistogram(
            "summarizer.storage.call.duration", "s", "One call of the storage, until its answer begins; tries that the client "
                + "repeats count each.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds });
    }

    public void Dispose() => meter.Dispose();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = time.GetTimestamp();
        var answered = false;
        try
        {
            ProcessNext(message, pipeline);
            answered = true;
        }
        finally
        {
            Record(message, started, answered);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var started = time.GetTimestamp();
        var answered = false;
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            answered = true;
        }
        finally
        {
            Record(message, started, answered);
        }
    }

    private void Record(HttpMessage message, long started, bool answered)
    {
        if (!duration.Enabled)
            return;
        var call = StorageCall.From(message.Request);
        var tags = new TagList { { "container", call.Container }, { "operation", call.Operation } };
        if (answered && message.HasResponse)
            tags.Add("http.response.status_code", message.Response.Status);
        else
            tags.Add(TraceTags.Error, "no-answer");
        duration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
    }
}
