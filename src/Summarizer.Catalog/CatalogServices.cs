using Microsoft.Extensions.DependencyInjection;

namespace Summarizer.Catalog;

/// <summary>Registers what answers lists, searches and stance questions.</summary>
public static class CatalogServices
{
    public static IServiceCollection AddSummarizerCatalog(this IServiceCollection services) => services
        .AddSingleton<ArticleCatalog>()
        .AddSingleton<EntryRepair>();
}
