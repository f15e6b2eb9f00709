using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;

namespace Summarizer.Catalog;

/// <summary>Registers what answers lists, searches and stance questions.</summary>
public static class CatalogServices
{
    public static IServiceCollection AddSummarizerCatalog(this IServiceCollection services) => services
        .AddForEachUse<CatalogSource>()
        .AddSingleton<ArticleCatalog>()
        .AddSingleton<EntryRepair>();
}
