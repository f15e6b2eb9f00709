using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Summarizer.Engines.OpenAI;
using Summarizer.Storage.Index;
using Summarizer.Storage.Removals;
using Summarizer.Storage.Reruns;
using Summarizer.Storage.Telemetry;

namespace Summarizer.Storage;

/// <summary>Registers the containers and what moves articles through them.</summary>
public static class StorageServices
{
    public static IServiceCollection AddSummarizerStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ArticlesOptions>().Bind(configuration.GetSection("Articles")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArticlesOptions>, ArticlesOptionsValidator>();
        services.AddSingleton<IValidateOptions<ArticlesOptions>, TimeLimitValidator>();

        // Read when first used: the Host starts Azurite, and so learns the connection, after registration.
        services.TryAddSingleton(p => StorageAccount.Connect(
            p.GetRequiredService<IConfiguration>(), p.GetRequiredService<StorageMeter>()));
        services.AddMetrics();
        services.AddSingleton<StorageMeter>();
        services.AddSingleton<ArticleMeters>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<ResultStore>();
        services.AddSingleton<WorkStore>();
        services.AddSingleton<PaidResults>();
        services.AddSingleton<RetryQueue>();
        services.AddSingleton<HostRoll>();
        services.AddSingleton<ArticleProcessor>();
        services.AddSingleton<RecentRemovals>();
        services.AddSingleton<RemovalSteps>();
        services.AddSingleton<ResultWriter>();
        services.AddSingleton<ArticleUpload>();
        services.AddSingleton<ArticleRemoval>();
        services.AddSingleton<ArticleReruns>();
        services.Replace(ServiceDescriptor.Singleton<ITokenBudget, StoredTokenBudget>());
        services.AddSingleton<StoreChanges>();
        services.AddSingleton<ArticleIndex>();
        services.AddSingleton<IndexRepair>();
        services.TryAddSingleton<IArticleDispatcher, NoDispatcher>();
        return services;
    }
}
