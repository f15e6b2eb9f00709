using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Summarizer.Catalog;
using Summarizer.Catalog.Sqlite;
using Summarizer.Catalog.Targets;
using Summarizer.Catalog.Writing;
using Summarizer.Host.Azurite;
using Summarizer.Storage;
using Summarizer.Storage.Entries;
using Summarizer.Tests.Catalog;

namespace Summarizer.Benchmarks;

/// <summary>
/// What the catalog costs with many articles of 3 KB: the database alone at a tenth of the size and at all of it, then a start from
/// its file and a start without one over results in Azurite.
/// </summary>
internal static class CatalogBenchmark
{
    private const int TextLength = 3_000;
    private const int Batch = 400;
    private const int Rounds = 200;

    private static readonly ArticleQuery[] Lists =
    [
        ArticleQuery.All,
        new() { Target = "derna", Stance = Stance.Against, Holder = HolderKind.Author },
        new() { Publisher = "Publisher 7", From = new DateOnly(2018, 1, 1) },
        new() { Status = ListStatus.Succeeded },
        new() { Prefix = "2018/" },
        new() { From = new DateOnly(2020, 1, 1), To = new DateOnly(2020, 3, 1) },
        new() { Stance = Stance.Favor, MinConfidence = 0.75 },
    ];

    /// <param name="articles">In the database alone.</param>
    /// <param name="stored">Results in Azurite.</param>
    public static async Task<int> RunAsync(int articles, int stored)
    {
        var folder = Directory.CreateTempSubdirectory("summarizer-catalog-");
        try
        {
            Console.WriteLine(
                "articles  CPU ms an article  list p50/p99 ms  search p50/p95 ms  matrix first/again ms  start ms  file MB  resident MB");
            foreach (var size in new[] { articles / 10, articles })
                Measure(folder.FullName, size);
            await StartsAsync(folder.FullName, stored);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string folder, int size)
    {
        var address = new Uri($"http://127.0.0.1/{size.ToString(CultureInfo.InvariantCulture)}");
        using var file = CatalogFile.Take(folder, "benchmark", address);
        var vocabulary = Vocabulary();
        double each;
        using (var database = CatalogDatabase.Open(file))
        {
            var writer = new Writer(database);
            var cost = TimeSpan.Zero;
            foreach (var batch in Enumerable.Range(0, size).Chunk(Batch))
            {
                CatalogWork[] work = [.. batch.Select(i => Work(i, vocabulary))];
                var started = Computed();
                writer.Apply(work);
                cost += Computed() - started;
            }

            each = cost.TotalMilliseconds / size;
            database.Write(s => s.Run(Sql.Optimize));
        }

        var opened = Stopwatch.GetTimestamp();
        using var again = CatalogDatabase.Open(file);
        var known = new QueryCache(TimeProvider.System);
        var targets = new SharedTargets();
        List(again, known, targets, ArticleQuery.All);
        var start = Stopwatch.GetElapsedTime(opened).TotalMilliseconds;
        _ = new Writer(again, targets);

        var lists = Times(Rounds, i => List(again, known, targets, Lists[i % Lists.Length]));
        var searches = Times(Rounds, i => List(again, known, targets, new ArticleQuery { Words = Words(i, vocabulary) }));
        var matrix = Times(2, _ => Matrix(again, known, targets));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size,8:N0} {each,18:0.00} {At(lists, 0.5),9:0.0} / {At(lists, 0.99):0.0} "
            + $"{At(searches, 0.5),11:0.0} / {At(searches, 0.95):0.0} {matrix.Max(),12:0} / {matrix.Min():0.0} {start,12:0} "
            + $"{new FileInfo(file.Path!).Length / 1e6,8:0} {Environment.WorkingSet / 1e6,12:0}"));
    }

    /// <summary>A catalog over results in Azurite: without a file, until all texts are read; then with it.</summary>
    private static async Task StartsAsync(string folder, int stored)
    {
        await using var azurite = await AzuriteServer.StartInMemoryAsync(null, CancellationToken.None);
        await using (var services = BenchmarkServices.Build(azurite.ConnectionString))
        {
            await services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(CancellationToken.None);
            var (results, vocabulary) = (services.GetRequiredService<ResultStore>(), Vocabulary());
            await Parallel.ForAsync(
                0, stored, async (i, token) => await results.TryWriteAsync(Article(i, vocabulary), null, token));
        }

        foreach (var title in new[] { "without a file", "with its file" })
        {
            await using var services = BenchmarkServices.Build(azurite.ConnectionString, folder);
            var catalog = services.GetRequiredService<ArticleCatalog>();
            var started = Stopwatch.GetTimestamp();
            var first = await ListAsync(catalog);
            var answered = Stopwatch.GetElapsedTime(started);
            while ((await ListAsync(catalog)).Total < stored)
                await Task.Delay(50);
            var listed = Stopwatch.GetElapsedTime(started);
            while ((await ListAsync(catalog)).Coverage < 1)
                await Task.Delay(200);
            var read = Stopwatch.GetElapsedTime(started);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{stored:N0} results in Azurite, {title}: first answer after {answered.TotalSeconds:0.00} s with {first.Total:N0}, "
                + $"all listed after {listed.TotalSeconds:0.0} s, all texts after {read.TotalSeconds:0.0} s; "
                + $"resident {Environment.WorkingSet / 1e6:0} MB"));
        }
    }

    private static Task<ListPage> ListAsync(ArticleCatalog catalog)
        => catalog.ListAsync(ArticleQuery.All, 50, default, CancellationToken.None);

    private static void List(CatalogDatabase database, QueryCache known, SharedTargets targets, ArticleQuery query)
    {
        var asked = PreparedQuery.Prepare(targets, query);
        database.ReadNow(
            s => ArticleLists.Page(known.At(database.Version), true, s, asked, 50, default, ArticleLists.OrderOf(asked, null)));
    }

    private static void Matrix(CatalogDatabase database, QueryCache known, SharedTargets targets)
    {
        var asked = PreparedQuery.Prepare(targets, new ArticleQuery { Holder = HolderKind.Author });
        database.ReadNow(s => known.At(database.Version).Get("matrix", () => StanceMatrices.Matrix(s, asked, 20, 20)));
    }

    private static CatalogWork.Result Work(int number, string[] vocabulary)
    {
        var result = Article(number, vocabulary);
        return new CatalogWork.Result(result.Name, "e", ResultEntry.From(result), result.Article!.Text);
    }

    /// <summary>The numbered result with a text of <see cref="TextLength"/> characters, its words as frequent as words are.</summary>
    private static ArticleResult Article(int number, string[] vocabulary)
    {
        var (result, random) = (Results.Numbered(number), new Random(number));
        var text = new System.Text.StringBuilder(result.Article!.Text);
        while (text.Length < TextLength)
            text.Append(' ').Append(vocabulary[(int)Math.Pow(vocabulary.Length, random.NextDouble()) - 1]);
        return result with { Article = result.Article with { Text = text.ToString() } };
    }

    /// <summary>Two words, of which one is in few articles and one in many.</summary>
    private static string Words(int round, string[] vocabulary)
    {
        var random = new Random(round);
        return $"{vocabulary[random.Next(20, 2_000)]} {vocabulary[random.Next(2_000, vocabulary.Length)]}";
    }

    private static string[] Vocabulary()
    {
        const string Letters = "etaoinshrdlucmfwypvbgk";
        var random = new Random(7);
        return
        [
            .. Enumerable.Range(0, 20_000)
                .Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => Letters[random.Next(Letters.Length)]))),
        ];
    }

    private static double[] Times(int rounds, Action<int> action)
    {
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            action(i);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    /// <summary>The processor time of this process: what others take of a shared machine does not count.</summary>
    private static TimeSpan Computed() => Environment.CpuUsage.TotalTime;

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    /// <summary>The writer's parts without its background.</summary>
    private sealed class Writer
    {
        private readonly CatalogDatabase database;
        private readonly TargetTables tables;
        private readonly WorkApplier applier;

        public Writer(CatalogDatabase database, SharedTargets? targets = null)
        {
            (this.database, tables) = (database, new TargetTables(targets ?? new SharedTargets()));
            database.ReadNow(session =>
            {
                tables.Load(session, CancellationToken.None);
                return 0;
            });
            applier = new WorkApplier(
                new ArticleTables(tables), _ => false, (name, reason) => throw new InvalidOperationException(name, reason));
        }

        public void Apply(CatalogWork[] batch) => database.Write(session =>
        {
            foreach (var work in batch)
                applier.Apply(session, work);
            tables.Save(session);
            return 0;
        });
    }
}
