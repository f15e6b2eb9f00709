using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Summarizer.LanguageModel.Limits;
using Summarizer.Pipeline.Caching;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Removals;
using Summarizer.Pipeline.Reruns;
using Summarizer.Pipeline.Telemetry;

namespace Summarizer.Pipeline;

/// <summary>Registers what takes an article from its upload to its end.</summary>
public static class PipelineServices
{
    public static IServiceCollection AddSummarizerPipeline(this IServiceCollection services)
    {
        services.AddSingleton<ArticleMeters>();
        services.AddSingleton<DeferralStore>();
        services.AddSingleton<DeferralQueue>();
        services.AddSingleton<RetryMessageHandler>();
        services.AddSingleton<ResultCache>();
        services.AddSingleton<ArticlePipeline>();
        services.AddSingleton<RemovalSteps>();
        services.AddSingleton<ResultWriter>();
        services.AddSingleton<ArticleRemoval>();
        services.AddSingleton<ArticleReruns>();
        services.Replace(ServiceDescriptor.Singleton<ITokenBudget, StoredTokenBudget>());
        services.TryAddSingleton<IArticleDispatcher, NoDispatcher>();
        return services;
    }
}
