using System.Diagnostics;
using System.Globalization;
using Summarizer.Catalog;
using Summarizer.Storage.Entries;
using Summarizer.Tests.Catalog;

namespace Summarizer.Benchmarks;

/// <summary>
/// What it costs that one target goes by many names, over articles with eight targets each, a few of them in most articles.
/// </summary>
internal static class TargetGrowth
{
    private const int PerArticle = 8;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static void Run()
    {
        Console.WriteLine(
            "articles     names   targets   all put in ms   one changed ms   one binding a crowd ms   list ms   list by q ms"
            + "   MB, entries besides");
        foreach (var size in Sizes)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var articles = Enumerable.Range(0, size).Select(i => Indexed(i, i)).ToArray();
            var entries = GC.GetTotalMemory(forceFullCollection: true);
            var started = Stopwatch.GetTimestamp();
            var table = new CatalogTable();
            foreach (var article in articles)
                table.Put(article);
            var all = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var held = GC.GetTotalMemory(forceFullCollection: true) - entries;

            var change = Median(i => table.Put(Indexed(size / 2, size + i)));
            var crowd = Median(i => table.Put(Binding(i % 2 == 0 ? "Surname1" : "Other")));
            var list = Median(_ => TargetLists.Page(table.Targets, new TargetQuery(), 50, default));
            var found = Median(_ => TargetLists.Page(table.Targets, new TargetQuery { Words = "surname77" }, 50, default));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,8:N0} {table.Targets.Names,9:N0} {table.Targets.Groups.Count,9:N0} {all,15:0} {change,16:0.000} {crowd,24:0.000} "
                + $"{list,9:0.0} {found,14:0.0} {held / 1e6,4:0} + {(entries - before) / 1e6:0}"));
        }
    }

    private static double Median(Action<int> action)
    {
        var times = new List<double>();
        for (var i = 0; i < 21; i++)
        {
            var started = Stopwatch.GetTimestamp();
            action(i);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Figures.Median(times);
    }

    /// <summary>An article whose person has the surname that most articles use alone, or has it no more.</summary>
    private static CatalogArticle Binding(string alias) => Article(
        "binding.txt", 0, [new StanceTarget("First0 Surname1", TargetType.Person, 3, [alias])]);

    /// <summary>Of eight persons, each the rarer the higher its number, half are called by their surname alone.</summary>
    private static CatalogArticle Indexed(int number, int seed)
    {
        var random = new Random(seed);
        return Article(
            string.Create(CultureInfo.InvariantCulture, $"{number:000000}.txt"), number,
            [
                .. Enumerable.Range(0, PerArticle).Select(_ =>
                {
                    var person = (int)Math.Pow(200_000, random.NextDouble());
                    var surname = string.Create(CultureInfo.InvariantCulture, $"Surname{person}");
                    var full = string.Create(CultureInfo.InvariantCulture, $"First{person} {surname}");
                    return random.Next(2) == 0
                        ? new StanceTarget(full, TargetType.Person, 3, [surname, "Mr " + surname])
                        : new StanceTarget(surname, TargetType.Person, 2, []);
                }),
            ]);
    }

    private static CatalogArticle Article(string name, int order, StanceTarget[] targets)
    {
        var result = Results.Of(name, order, stances: [.. targets.Select(t => (t.Name, Stance.Favor))]);
        var tags = result.Stances.Zip(targets, (tag, target) => tag with { Target = target });
        var entry = ResultEntry.From(result with { Stances = [.. tags] });
        return new CatalogArticle(entry.Item, entry);
    }
}
