using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Summarizer.Web.Telemetry;

/// <summary>Registers what carries telemetry out of the process; call it before anything that works on articles.</summary>
public static class TelemetryServices
{
    /// <exception cref="InvalidOperationException">One of OpenTelemetry's variables is wrong.</exception>
    public static IServiceCollection AddSummarizerTelemetry(
        this IServiceCollection services, IConfiguration settings, string service)
    {
        OtlpSettings.Prepare(settings);
        services.AddOptions<TelemetryOutlets>().Configure(outlets => outlets.Service = service);
        services.AddHostedService<TelemetryProviders>();
        if (OtlpSettings.Sends(settings, OtlpSettings.Logs))
            services.AddLogging(logging => logging
                .AddFilter<OpenTelemetryLoggerProvider>(nameof(Summarizer), LogLevel.Information)
                .AddOpenTelemetry(log =>
                {
                    log.SetResourceBuilder(TelemetryResource.Create(service));
                    log.IncludeFormattedMessage = true;
                    log.AddOtlpExporter();
                }));
        return services;
    }
}
