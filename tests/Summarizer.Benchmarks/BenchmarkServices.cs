using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>The parts as the entries register them, without a host around them.</summary>
internal static class BenchmarkServices
{
    /// <param name="connection">The storage; null for none.</param>
    /// <param name="catalog">The folder of the catalog's file, or <c>memory</c>.</param>
    public static ServiceProvider Build(string? connection = null, string catalog = "memory")
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new(StorageNames.Connection, connection), new("Catalog:Folder", catalog)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddSummarizer(settings)
            .AddSummarizerStorage(settings)
            .AddSummarizerPipeline()
            .AddSummarizerCatalog(settings)
            .BuildServiceProvider();
    }

    /// <summary>Reading, engine and grounding alone.</summary>
    public static ServiceProvider BuildEngine(IEnumerable<KeyValuePair<string, string?>> more)
        => new ServiceCollection()
            .AddSummarizer(new ConfigurationBuilder().AddInMemoryCollection(more).Build())
            .BuildServiceProvider();
}
