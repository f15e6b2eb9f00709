using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;
using Summarizer.Tests.Catalog;
using Summarizer.Tests.Support;

namespace Summarizer.BrowserTests;

/// <summary>A host with some results in it.</summary>
internal static class Site
{
    public static async Task<HostDriver> StartAsync(AzuriteFixture azurite, params ArticleResult[] results)
    {
        var host = await HostDriver.StartAsync(azurite.NextAccount());
        foreach (var result in results)
            await host.Services.GetRequiredService<ResultStore>().TryWriteAsync(result, null, TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>An article against Anna Holt, which the engine is not sure of.</summary>
    public static ArticleResult Unsure(string name)
    {
        var result = Results.Of(
            name, 6, "The mayor again", "The Herald", new DateOnly(2018, 5, 1), ("Anna Holt", Stance.Against), ("Marlow", Stance.Favor));
        return result with { Stances = [result.Stances[0] with { Confidence = 0.31 }, result.Stances[1]] };
    }

    public static ArticleResult[] Some { get; } =
    [
        Results.Of("a.txt", 1, "The siege goes on", "The Herald", new DateOnly(2018, 5, 16), ("Khalifa Haftar", Stance.Against),
            ("Derna", Stance.Favor)),
        Results.Of("b.txt", 2, "A general speaks", "Daily Post", new DateOnly(2018, 9, 1), ("Khalifa Haftar", Stance.Favor)),
        Results.Of("c.txt", 3, "Rain at last", "The Herald", new DateOnly(2019, 2, 3), ("Derna", Stance.Neutral)),
        Results.Of("d/e.txt", 4, "حصار المدينة مستمر", null, null, ("درنة", Stance.Favor)),
        Results.Of("f.txt", 5) with
        {
            Status = ArticleStatus.Failed,
            Failure = new ArticleFailure(FailureCode.Empty, "f.txt is empty; upload a text.", 1),
            Article = null,
            Summary = null,
        },
    ];
}
