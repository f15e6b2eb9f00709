using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Stances;
using Summarizer.Grounding;
using Summarizer.LanguageModel;
using Summarizer.Reading;

namespace Summarizer;

/// <summary>Registers what turns an upload into a result.</summary>
public static class SummarizerServices
{
    public static IServiceCollection AddSummarizer(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SummaryOptions>().Bind(configuration.GetSection("Summary")).ValidateOnStart();
        services.AddOptions<StanceOptions>().Bind(configuration.GetSection("Stances")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SummaryOptions>, SummaryOptionsValidator>();
        services.AddSingleton<IValidateOptions<StanceOptions>, StanceOptionsValidator>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ArticleReader>();
        services.AddSingleton<Grounder>();
        services.AddSingleton<ISentenceStance>(SentenceStance.Shared);
        services.AddSingleton<ExtractiveEngine>();
        services.AddSingleton<ArticleSummarizer>();
        return services.AddEngine(configuration);
    }

    private static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
        => configuration["Engine"] switch
        {
            null or "" or "embedded" => services
                .AddSingleton<IEngine>(p => p.GetRequiredService<ExtractiveEngine>())
                .AddSingleton<IGrounder>(p => p.GetRequiredService<Grounder>()),
            "openai" => services.AddOpenAIEngine(configuration),
            var other => throw new InvalidOperationException($"Engine is \"{other}\"; set it to embedded or openai."),
        };
}
