using Summarizer.Benchmarks;

return args switch
{
    ["pipeline"] => await PipelineBenchmark.RunAsync(),
    ["text"] => TextBenchmark.Run(),
    ["growth"] => await GrowthBenchmark.RunAsync(),
    ["api"] => await ApiBenchmark.RunAsync(),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Summarizer.Benchmarks -- pipeline|text|growth|api");
    return 2;
}
