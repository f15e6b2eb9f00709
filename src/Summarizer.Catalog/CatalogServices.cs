using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;

namespace Summarizer.Catalog;

/// <summary>Registers what answers lists, searches and stance questions.</summary>
public static class CatalogServices
{
    public static IServiceCollection AddSummarizerCatalog(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<CatalogOptions>().Bind(configuration.GetSection("Catalog"));
        return services
            .AddForEachUse<CatalogSource>()
            .AddSingleton<ArticleCatalog>()
            .AddSingleton<EntryRepair>();
    }
}
