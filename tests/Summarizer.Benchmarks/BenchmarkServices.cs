using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Benchmarks;

/// <summary>The parts as the entries register them, without a host around them.</summary>
internal static class BenchmarkServices
{
    public static ServiceProvider Build(string? connection = null)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(StorageNames.Connection, connection)]).Build();
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
