using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Summarizer.Web.Telemetry;

/// <summary>Where an entry sends traces and metrics besides OTLP. Without any outlet nothing listens, and the instruments cost next
/// to nothing.</summary>
public sealed class TelemetryOutlets
{
    /// <summary>The entry's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> says otherwise.</summary>
    public string Service { get; set; } = "summarizer";

    public IList<Action<TracerProviderBuilder>> Traces { get; } = [];

    public IList<Action<MeterProviderBuilder>> Metrics { get; } = [];
}
