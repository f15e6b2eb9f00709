using System.Globalization;
using Summarizer.Benchmarks;
using Summarizer.Benchmarks.Hosts;

return args switch
{
    ["pipeline"] => await PipelineBenchmark.RunAsync(),
    ["text"] => TextBenchmark.Run(),
    ["growth"] => await GrowthBenchmark.RunAsync(),
    ["api"] => await ApiBenchmark.RunAsync(),
    ["share", .. var rest] => await ShareBenchmark.RunAsync(Number(rest, 0, 2), Number(rest, 1, 1_000)),
    ["stops", .. var rest] => await StopsBenchmark.RunAsync(Number(rest, 0, 50)),
    _ => Unknown(),
};

static int Number(string[] given, int index, int otherwise)
    => given.Length > index ? int.Parse(given[index], CultureInfo.InvariantCulture) : otherwise;

static int Unknown()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Summarizer.Benchmarks -- pipeline|text|growth|api|share [HOSTS] [ARTICLES]|stops [COUNT]");
    return 2;
}
