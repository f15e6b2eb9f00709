using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Summarizer.LanguageModel.Limits;
using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Removals;
using Summarizer.Pipeline.Reruns;
using Summarizer.Pipeline.Reviews;
using Summarizer.Pipeline.Telemetry;
using Summarizer.Storage;

namespace Summarizer.Pipeline;

/// <summary>Registers what takes an article from its upload to its end.</summary>
public static class PipelineServices
{
    public static IServiceCollection AddSummarizerPipeline(this IServiceCollection services)
    {
        services.AddSingleton<ArticleMeters>();
        services.AddForEachUse<DeferralStore>();
        services.AddForEachUse<ResultCache>();
        services.AddForEachUse<RemovalSteps>();
        services.AddSingleton<DeferralQueue>();
        services.AddSingleton<RetryMessageHandler>();
        services.AddSingleton<ArticlePipeline>();
        services.AddSingleton<ResultWriter>();
        services.AddSingletonFor<ArticleRemoval>(StorageUse.Interactive);
        services.AddSingletonFor<ArticleReviews>(StorageUse.Interactive);
        services.AddSingleton<ArticleReruns>();
        services.Replace(ServiceDescriptor.Singleton<ITokenBudget, StoredTokenBudget>());
        services.TryAddSingleton<IArticleDispatcher, NoDispatcher>();
        return services;
    }
}
