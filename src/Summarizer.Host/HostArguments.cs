namespace Summarizer.Host;

/// <summary><c>[--once] [FILE…]</c>.</summary>
/// <param name="Once">Stop when nothing is pending.</param>
/// <param name="Files">Uploaded first, instead of the samples.</param>
internal sealed record HostArguments(bool Once, IReadOnlyList<string> Files)
{
    private const string Usage = "Usage: dotnet run --project src/Summarizer.Host [-- [--once] FILE… | export FOLDER | reindex | rerun … | health [URL]]";

    /// <exception cref="StartProblem">An option is unknown, or a file is missing.</exception>
    public static HostArguments Parse(string[] args)
    {
        if (args.FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal) && a != "--once") is { } unknown)
            throw new StartProblem($"{unknown} is no option. {Usage}");

        string[] files = [.. args.Where(a => a != "--once")];
        foreach (var file in files)
        {
            if (Directory.Exists(file))
                throw new StartProblem($"{file} is a folder; name the files in it.");
            if (!File.Exists(file))
                throw new StartProblem($"There is no file {file}; check the path.");
        }

        return new HostArguments(args.Contains("--once"), files);
    }
}
