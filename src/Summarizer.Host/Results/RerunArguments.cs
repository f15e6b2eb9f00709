using Summarizer.Storage.Reruns;

namespace Summarizer.Host.Results;

/// <summary><c>rerun --failed|--all|--prefix P [--again] [--yes]</c>.</summary>
/// <param name="Yes">Do not ask.</param>
internal sealed record RerunArguments(RerunSelection Selection, bool Yes)
{
    private const string Usage =
        "Usage: dotnet run --project src/Summarizer.Host -- rerun --failed|--all|--prefix PREFIX [--again] [--yes]; --failed and --prefix go together.";

    /// <exception cref="StartProblem">An option is unknown, missing or contradicts another.</exception>
    public static RerunArguments Parse(string[] arguments)
    {
        var (failed, all, again, yes) = (false, false, false, false);
        string? prefix = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--failed":
                    failed = true;
                    break;
                case "--all":
                    all = true;
                    break;
                case "--again":
                    again = true;
                    break;
                case "--yes":
                    yes = true;
                    break;
                case "--prefix" when i + 1 < arguments.Length && arguments[i + 1].Length > 0:
                    prefix = arguments[++i];
                    break;
                case var other:
                    throw new StartProblem($"{other} is no option of rerun, or lacks its value. {Usage}");
            }
        }

        if (all == (failed || prefix is not null))
            throw new StartProblem($"Say which articles are to be done again: all, the failed ones, or those whose names begin so. {Usage}");
        return new RerunArguments(new RerunSelection(failed, prefix, again), yes);
    }
}
