return args switch
{
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Summarizer.Benchmarks -- pipeline|text|growth");
    return 2;
}
