using Microsoft.Extensions.Configuration;

namespace Summarizer.Web.Telemetry;

/// <summary>OpenTelemetry's standard variables, as far as they decide whether something is sent at all; the exporter reads the
/// rest.</summary>
/// <remarks>https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/</remarks>
public static class OtlpSettings
{
    public const string Traces = "TRACES";
    public const string Metrics = "METRICS";
    public const string Logs = "LOGS";

    private const string Otlp = "otlp";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static readonly string[] Endpoints =
        ["OTEL_EXPORTER_OTLP_ENDPOINT", .. new[] { Traces, Metrics, Logs }.Select(EndpointOf)];

    /// <summary>Whether a signal goes to a collector: an endpoint is set, or <c>OTEL_*_EXPORTER</c> asks for the default one.</summary>
    public static bool Sends(IConfiguration settings, string signal)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var exporter = ExporterOf(settings, signal);
        return exporter is null
            ? !IsOff(settings) && (IsSet(settings, Endpoints[0]) || IsSet(settings, EndpointOf(signal)))
            : exporter == Otlp;
    }

    /// <summary>What <c>OTEL_*_EXPORTER</c> names, such as <c>otlp</c>, <c>console</c> or <c>none</c>; null when it is not set.</summary>
    public static string? ExporterOf(IConfiguration settings, string signal)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (IsOff(settings))
            return "none";
        return settings[$"OTEL_{signal}_EXPORTER"] is { Length: > 0 } exporter ? exporter.Trim().ToLowerInvariant() : null;
    }

    /// <summary>Fills in the protocol that the standard recommends, and refuses what the exporter would silently ignore.</summary>
    /// <exception cref="InvalidOperationException">A variable is wrong.</exception>
    internal static void Prepare(IConfiguration settings)
    {
        foreach (var name in Endpoints.Where(name => IsSet(settings, name)))
        {
            if (!Uri.TryCreate(settings[name], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new InvalidOperationException($"{name} is no address; give it one such as http://collector.example.");
        }

        // The exporter's own default is gRPC; the standard's is this, which any HTTP proxy lets through.
        if (!IsSet(settings, Protocol))
            settings[Protocol] = "http/protobuf";
        else if (settings[Protocol] is not ("http/protobuf" or "grpc"))
            throw new InvalidOperationException($"{Protocol} is \"{settings[Protocol]}\"; set it to http/protobuf or grpc.");
    }

    private static bool IsOff(IConfiguration settings)
        => string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsSet(IConfiguration settings, string name) => !string.IsNullOrWhiteSpace(settings[name]);

    private static string EndpointOf(string signal) => $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT";
}
