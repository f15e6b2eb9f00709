using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Summarizer.Telemetry;

namespace Summarizer.Web.Telemetry;

/// <summary>Builds what carries traces and metrics out of the process when it starts, and sends the rest when it ends.</summary>
internal sealed class TelemetryProviders(IConfiguration settings, IOptions<TelemetryOutlets> outlets) : IHostedService, IDisposable
{
    /// <summary>The runtime's own: memory, collections, threads, processor time.</summary>
    private const string Runtime = "System.Runtime";

    /// <summary>Requests by route and status.</summary>
    private const string Http = "Microsoft.AspNetCore.Hosting";

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var (forTraces, forMetrics) = (outlets.Value.Traces.ToList(), outlets.Value.Metrics.ToList());
        if (OtlpSettings.Sends(settings, OtlpSettings.Traces))
            forTraces.Add(builder => builder.AddOtlpExporter());
        if (OtlpSettings.Sends(settings, OtlpSettings.Metrics))
            forMetrics.Add(builder => builder.AddOtlpExporter());
        if (forTraces.Count > 0)
            traces = Build(forTraces);
        if (forMetrics.Count > 0)
            metrics = Build(forMetrics);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private TracerProvider Build(List<Action<TracerProviderBuilder>> outlets)
    {
        var builder = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .SetResourceBuilder(TelemetryResource.Create(Service))
            .AddSource(ArticleTrace.SourceName);
        outlets.ForEach(add => add(builder));
        return builder.Build();
    }

    private MeterProvider Build(List<Action<MeterProviderBuilder>> outlets)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(settings))
            .SetResourceBuilder(TelemetryResource.Create(Service))
            .AddMeter([.. SummarizerMeters.All, Runtime, Http]);
        outlets.ForEach(add => add(builder));
        return builder.Build();
    }

    private string Service => outlets.Value.Service;
}
