using Summarizer.Host.Commands;
using Summarizer.Host.Intake;
using Summarizer.Host.Intake.Sharing;
using Summarizer.Host.Terminal;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Web;

namespace Summarizer.Host;

/// <summary>Registers what one machine adds: noticing, working and showing.</summary>
internal static class HostServices
{
    public static IServiceCollection AddSummarizerHost(this IServiceCollection services) => services
        // Together within 25 s of the signal: a client that dawdles over HTTP takes no time from the articles in flight.
        .Configure<HostOptions>(o => (o.ShutdownTimeout, o.ServicesStopConcurrently) = (TimeSpan.FromSeconds(22), true))
        .AddSingleton(p => new WebEntry(Live: true, p.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping))
        .AddSingleton(HostIdentity.New())
        .AddSingleton<Membership>()
        .AddHostedService(p => p.GetRequiredService<Membership>())
        .AddSingleton<ArticleSlots>()
        .AddSingleton<BackgroundHealth>()
        .AddSingleton<IHealthSource>(p => p.GetRequiredService<BackgroundHealth>())
        .AddSingleton<ArticleDispatcher>()
        .AddSingleton<IArticleDispatcher>(p => p.GetRequiredService<ArticleDispatcher>())
        .AddHostedService(p => p.GetRequiredService<ArticleDispatcher>())
        .AddSingletonFor<ContainerWatcher>(StorageUse.Polling)
        .AddHostedService(p => p.GetRequiredService<ContainerWatcher>())
        .AddHostedService<RetryReceiver>()
        .AddSingleton<Backlog>()
        .AddSingleton<ResultExport>()
        .AddSingleton<Samples>()
        .AddSingleton<Uploads>()
        .AddSingleton<ProgressDisplay>()
        .AddSingleton<ResultsTable>();
}
