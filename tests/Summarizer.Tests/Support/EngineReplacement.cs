using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Summarizer.LanguageModel;

namespace Summarizer.Tests.Support;

/// <summary>Puts a test's engine in the place of the configured one.</summary>
internal static class EngineReplacement
{
    /// <summary>An engine with a model is grounded as one.</summary>
    public static IServiceCollection ReplaceEngine(this IServiceCollection services, IEngine engine)
    {
        services.Replace(ServiceDescriptor.Singleton(engine));
        return engine.Identity.Model is null ? services : services.Replace(ServiceDescriptor.Singleton<IGrounder, CorrectingGrounder>());
    }
}
