using Summarizer.Host.Results;
using Summarizer.Host.Terminal;
using Summarizer.Host.Working;
using Summarizer.Storage;
using Summarizer.Web;

namespace Summarizer.Host;

/// <summary>Registers what one machine adds: noticing, working and showing.</summary>
internal static class HostServices
{
    public static IServiceCollection AddSummarizerHost(this IServiceCollection services) => services
        .Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(25))
        .AddOptions<WebOptions>().Configure<IHostApplicationLifetime>(
            (web, lifetime) => (web.Live, web.Stopping) = (true, lifetime.ApplicationStopping)).Services
        .AddSingleton<ArticleSlots>()
        .AddSingleton<ArticleDispatcher>()
        .AddSingleton<IArticleDispatcher>(p => p.GetRequiredService<ArticleDispatcher>())
        .AddHostedService(p => p.GetRequiredService<ArticleDispatcher>())
        .AddHostedService<ContainerWatcher>()
        .AddHostedService<RetryReceiver>()
        .AddSingleton<Backlog>()
        .AddSingleton<ResultExport>()
        .AddSingleton<Uploads>()
        .AddSingleton<ProgressDisplay>()
        .AddSingleton<ResultsTable>();
}
