using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Host;
using Summarizer.Host.Azurite;
using Summarizer.Storage;
using Summarizer.Tests.Readme;

namespace Summarizer.Benchmarks.Readme;

/// <summary>Makes what the README shows: the sample, the two pictures, and the figures that take less than a minute.</summary>
internal static class ReadmeCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="part"><c>sample</c>, <c>pictures</c> or <c>figures</c>; null for all of them.</param>
    public static async Task<int> RunAsync(string? part)
    {
        if (part is not (null or "sample" or "pictures" or "figures"))
        {
            await Console.Error.WriteLineAsync("readme makes sample, pictures or figures; without a word, all of them.");
            return 2;
        }

        var root = Root();
        var readme = Path.Combine(root, "README.md");
        if (part is null or "sample" or "pictures")
            await WithSamplesAsync(async (site, client) =>
            {
                if (part != "pictures")
                    await ChangeAsync(readme,
                        async text
                            => ReadmeSample.Replace(text, ReadmeSample.Render(await client.GetStringAsync(PathOf(ReadmeSample.Article)))));
                if (part != "sample")
                    await ReadmePictures.TakeAsync(site, Path.Combine(root, "docs"));
            });
        if (part is null or "figures")
            await ChangeAsync(readme, text => Task.FromResult(ReadmeFigures.Replace(text)));
        return 0;
    }

    /// <summary>Serves the samples' results from a Host and an emulator of its own, on free ports, and leaves nothing behind.</summary>
    private static async Task WithSamplesAsync(Func<Uri, HttpClient, Task> use)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using var app = HostApplication.Build([new(StorageNames.Connection, azurite.ConnectionString)]);
        await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
        app.Urls.Add("http://127.0.0.1:0");
        HostApplication.Map(app);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal))
        {
            using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file));
            using var stored = await client.PutAsync(PathOf(Path.GetFileName(file)), body);
            stored.EnsureSuccessStatusCode();
            await UntilDoneAsync(client, PathOf(Path.GetFileName(file)));
        }

        await use(client.BaseAddress!, client);
        await app.StopAsync();
    }

    private static async Task UntilDoneAsync(HttpClient client, Uri article)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var answer = await client.GetAsync(article, limit.Token);
            if (answer.StatusCode == System.Net.HttpStatusCode.OK)
                return;
            if (answer.StatusCode != System.Net.HttpStatusCode.Accepted)
                throw new InvalidOperationException($"{article} ended with {(int)answer.StatusCode}.");
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task ChangeAsync(string file, Func<string, Task<string>> change)
    {
        var before = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        var after = await change(before);
        if (after != before)
            await File.WriteAllTextAsync(file, after);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {(after == before ? "nothing to change" : "changed")}"));
    }

    private static Uri PathOf(string name) => new($"/api/articles/{name}", UriKind.Relative);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Summarizer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Summarizer.sln is in no folder above the program.");
    }
}
