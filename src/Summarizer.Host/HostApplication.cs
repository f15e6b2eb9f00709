using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Summarizer.Catalog;
using Summarizer.Host.Commands;
using Summarizer.Host.Telemetry;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Web;
using Summarizer.Web.Settings;

namespace Summarizer.Host;

/// <summary>The application of one machine: its services and its pipeline.</summary>
internal static class HostApplication
{
    /// <summary>Longer than any name in any script takes when percent-encoded.</summary>
    private const int MaxRequestLine = 32 * 1024;

    /// <summary>Registers everything; nothing is started or connected yet.</summary>
    /// <param name="more">Settings beside the environment's; null for none.</param>
    /// <param name="replace">Puts services in the place of those registered; null for none.</param>
    /// <exception cref="CommandException">A setting is wrong.</exception>
    public static WebApplication Build(
        IEnumerable<KeyValuePair<string, string?>>? more = null, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(more);
        builder.WebHost.UseKestrelHttpsConfiguration();
        var starting = new StartingLog();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(StartingLog.Category, starting.IsShown);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        });
        try
        {
            SettingsCheck.Require(builder.Configuration);
            builder.Services.AddHostTelemetry(builder.Configuration);
            builder.Services.AddSummarizer(builder.Configuration);
            builder.Services.AddSummarizerStorage(builder.Configuration);
            builder.Services.AddSummarizerPipeline();
            builder.Services.AddSummarizerCatalog(builder.Configuration);
            builder.Services.AddSummarizerWeb();
            builder.Services.AddSummarizerHost();
            replace?.Invoke(builder.Services);
            var app = builder.Build();
            app.Services.GetService<IStartupValidator>()?.Validate();
            app.Lifetime.ApplicationStarted.Register(starting.End);
            return app;
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            throw new CommandException(SettingNames.InWords(e), e);
        }
    }

    /// <summary>The pipeline; the storage must be known by now.</summary>
    public static void Map(WebApplication app)
    {
        var key = app.Configuration[ApiKey.Setting];
        app.UseSummarizerWeb(hasKey: !string.IsNullOrEmpty(key));
        app.UseApiKey(key);
        app.MapSummarizerWeb();
    }
}
