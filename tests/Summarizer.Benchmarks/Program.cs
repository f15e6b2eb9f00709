using System.Globalization;
using Summarizer.Benchmarks;
using Summarizer.Benchmarks.Hosts;
using Summarizer.Benchmarks.Readme;

// Nothing of a measurement stays in the user's own data folder; the catalog's own names its folder.
Environment.SetEnvironmentVariable("Catalog__Folder", "memory");
return args switch
{
    ["pipeline"] => await PipelineBenchmark.RunAsync(),
    ["text"] => TextBenchmark.Run(),
    ["formats"] => FormatsBenchmark.Run(),
    ["crowds", .. var names] => CrowdsBenchmark.Run(names),
    ["growth"] => await GrowthBenchmark.RunAsync(),
    ["api"] => await ApiBenchmark.RunAsync(),
    ["catalog", .. var rest] => await CatalogBenchmark.RunAsync(Number(rest, 0, 100_000), Number(rest, 1, 10_000)),
    ["grounding"] => GroundingBenchmark.Run(),
    ["model"] => await ModelBenchmark.RunAsync(),
    ["storm"] => await StormBenchmark.RunAsync(),
    ["outage"] => await OutageBenchmark.RunAsync(10),
    ["outage", var minutes] when double.TryParse(minutes, CultureInfo.InvariantCulture, out var length)
        => await OutageBenchmark.RunAsync(length),
    ["share", .. var rest] => await ShareBenchmark.RunAsync(Number(rest, 0, 2), Number(rest, 1, 1_000)),
    ["stops", .. var rest] => await StopsBenchmark.RunAsync(Number(rest, 0, 50)),
    ["bombs", .. var rest] => await BombsBenchmark.RunAsync(Number(rest, 0, 2_000_000)),
    ["soak"] => await SoakBenchmark.RunAsync(10, null),
    ["soak", var minutes] when int.TryParse(minutes, out var m) => await SoakBenchmark.RunAsync(m, null),
    ["soak", var minutes, var rate] when int.TryParse(minutes, out var m) && int.TryParse(rate, out var r)
        => await SoakBenchmark.RunAsync(m, r),
    ["publish"] => await PublishBenchmark.RunAsync(null),
    ["publish", var folder] => await PublishBenchmark.RunAsync(folder),
    ["readme"] => await ReadmeCommand.RunAsync(null),
    ["readme", var part] => await ReadmeCommand.RunAsync(part),
    _ => Unknown(),
};

static int Number(string[] given, int index, int otherwise)
    => given.Length > index ? int.Parse(given[index], CultureInfo.InvariantCulture) : otherwise;

static int Unknown()
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/Summarizer.Benchmarks -- NAME
        pipeline | text | formats | crowds [SHAPE…] | growth | api | catalog [ARTICLES [STORED]] | grounding | model |
        storm | outage [MINUTES] | share [HOSTS [ARTICLES]] | stops [COUNT] | bombs [BYTES] |
        soak [MINUTES [ARTICLES_A_SECOND]] | publish [FOLDER] | readme [sample | pictures | figures]
        """);
    return 2;
}
