using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.LanguageModel.Limits;
using Summarizer.LanguageModel.Parts;
using Summarizer.LanguageModel.Wire;

namespace Summarizer.LanguageModel;

/// <summary>Registers the model engine.</summary>
internal static class OpenAIServices
{
    public static IServiceCollection AddOpenAIEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenAIOptions>().Bind(configuration.GetSection("OpenAI")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenAIOptions>, OpenAIOptionsValidator>();
        services.AddLogging();
        services.AddMetrics();
        services.TryAddSingleton<ITokenBudget, ProcessTokenBudget>();
        services.AddSingleton<ModelMeters>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<ModelResilience>();
        services.AddSingleton<ServerAbilities>();
        services.AddSingleton<ModelConnection>();
        services.AddSingleton<ModelCaller>();
        services.AddSingleton<ReplyCache>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<LanguageModelEngine>();
        services.AddSingleton<IGrounder, CorrectingGrounder>();
        return services.AddSingleton(p => WithFallback(
            p.GetRequiredService<LanguageModelEngine>(),
            p.GetRequiredService<ExtractiveEngine>(),
            p.GetRequiredService<IOptions<OpenAIOptions>>().Value));
    }

    /// <summary>The engine as the settings want it: waiting for its model, or replaced while that is unavailable.</summary>
    internal static IEngine WithFallback(LanguageModelEngine engine, ExtractiveEngine extractive, OpenAIOptions options)
        => options.WhenUnavailable == WhenUnavailable.Embedded ? new FallbackEngine(engine, extractive) : engine;
}
