using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
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
        return services.AddSingleton<IEngine, LanguageModelEngine>();
    }
}
