using System.Reflection;
using OpenTelemetry.Resources;

namespace Summarizer.Web.Telemetry;

/// <summary>Who sends telemetry. <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> have the last word.</summary>
internal static class TelemetryResource
{
    private static readonly string? Version = typeof(TelemetryResource).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    public static ResourceBuilder Create(string service) => ResourceBuilder.CreateEmpty()
        .AddService(service, serviceVersion: Version)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
