using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Storage;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>Articles put straight into the container, as another program does, and what became of them.</summary>
internal sealed class Drops : IAsyncDisposable
{
    private const int Bytes = 5_000;
    private const int Parallel = 16;

    private readonly ServiceProvider services;
    private readonly BlobContainerClient container;

    private Drops(ServiceProvider services, string connection)
    {
        this.services = services;
        container = new BlobContainerClient(connection, StorageNames.Articles);
    }

    public static async Task<Drops> OpenAsync(string connection)
    {
        var services = BenchmarkServices.Build(connection);
        await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        return new Drops(services, connection);
    }

    public static byte[] Content(int number) => Material.PlainText(Bytes, number);

    public Task PutAsync(string folder, int first, int count) => System.Threading.Tasks.Parallel.ForAsync(
        first,
        first + count,
        new ParallelOptions { MaxDegreeOfParallelism = Parallel },
        async (i, token) => await PutAsync($"{folder}/{i}.txt", i, token));

    public async ValueTask PutAsync(string name, int number, CancellationToken cancellationToken)
        => await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(Content(number)), overwrite: true, cancellationToken);

    /// <summary>How many results there are in a folder.</summary>
    public async Task<int> DoneAsync(string folder)
    {
        var done = 0;
        await foreach (var (blob, _) in services.GetRequiredService<ResultStore>().ListAsync(CancellationToken.None))
            done += blob.StartsWith(folder + "/", StringComparison.Ordinal) ? 1 : 0;
        return done;
    }

    /// <summary>Waits until a folder has so many results; returns how many there are when the time is up.</summary>
    public async Task<int> UntilDoneAsync(string folder, int count, TimeSpan limit)
    {
        using var over = new CancellationTokenSource(limit);
        while (true)
        {
            var done = await DoneAsync(folder);
            if (done >= count || over.IsCancellationRequested)
                return done;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Reads every result: how many are missing, and how many are not what the article's present version says.</summary>
    public async Task<(int Missing, int Wrong)> CheckAsync(IEnumerable<(string Name, int Number)> articles)
    {
        var (missing, wrong) = (0, 0);
        var (results, store) = (services.GetRequiredService<ResultStore>(), services.GetRequiredService<ArticleStore>());
        await System.Threading.Tasks.Parallel.ForEachAsync(
            articles,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (article, token) =>
            {
                if ((await results.ReadAsync(article.Name, token))?.Parse() is not { } result)
                    Interlocked.Increment(ref missing);
                else if (result.Status != ArticleStatus.Succeeded
                         || result.Article?.Title != $"Report {article.Number} on the ferry"
                         || result.Source.ETag != await store.ETagAsync(article.Name, token))
                    Interlocked.Increment(ref wrong);
            });
        return (missing, wrong);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
