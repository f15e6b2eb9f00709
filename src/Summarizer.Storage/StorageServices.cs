using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Summarizer.Storage.Removals;
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

        // Read when first used: the Host starts Azurite, and so learns the connection, after registration.
        services.TryAddSingleton(p => StorageAccount.Connect(
            p.GetRequiredService<IConfiguration>(), p.GetRequiredService<StorageMeter>()));
        services.AddMetrics();
        services.AddSingleton<StorageMeter>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<ResultStore>();
        services.AddSingleton<RetryQueue>();
        services.AddSingleton<HostRoll>();
        services.AddSingleton<ArticleUpload>();
        services.AddSingleton<TombstoneStore>();
        services.AddSingleton<RecentRemovals>();
        services.AddSingleton<StoreChanges>();
        return services;
    }
}
