using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Summarizer.Storage.Removals;
using Summarizer.Storage.Reviews;
using Summarizer.Storage.Telemetry;

namespace Summarizer.Storage;

/// <summary>Registers the containers, the queue and what tells of their changes.</summary>
public static class StorageServices
{
    public static IServiceCollection AddSummarizerStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ArticlesOptions>().Bind(configuration.GetSection("Articles")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ArticlesOptions>, ArticlesOptionsValidator>();
        services.AddSingleton<IValidateOptions<ArticlesOptions>, TimeLimitValidator>();

        services.AddMetrics();
        services.AddSingleton<StorageMeter>();
        services.AddSingleton<HttpPipelinePolicy>(p => p.GetRequiredService<StorageMeter>());
        services.AddSingleton<ContainerRecreations>();
        services.TryAddSingleton(TimeProvider.System);
        // Read when first used: the Host starts Azurite, and so learns the connection, after registration.
        services.AddForEachUse((p, use) => StorageAccount.Connect(
            p.GetRequiredService<IConfiguration>(), use, p.GetRequiredService<ContainerRecreations>(),
            p.GetServices<HttpPipelinePolicy>()));
        services.AddForEachUse<ArticleStore>();
        services.AddForEachUse<ResultStore>();
        services.AddForEachUse<ReviewStore>();
        services.AddForEachUse<RetryQueue>();
        services.AddForEachUse<TombstoneStore>();
        services.AddForEachUse<ServedResults>();
        services.AddSingletonFor<ArticleUpload>(StorageUse.Interactive);
        services.AddSingleton<HostRegistry>();
        services.AddSingleton<RecentRemovals>();
        services.AddSingleton<StoreChanges>();
        return services;
    }
}
