using Summarizer.Pipeline.Reruns;

namespace Summarizer.Host.Commands;

/// <summary><c>rerun --failed|--all|--prefix P [--again] [--yes]</c>.</summary>
/// <param name="Yes">Do not ask.</param>
internal sealed record RerunArguments(RerunSelection Selection, bool Yes)
{
    private const string Command = "rerun";

    /// <exception cref="CommandException">An option is unknown, missing or contradicts another.</exception>
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
                    throw CommandException.WrongArguments($"{other} is no option of rerun, or lacks its value", Command);
            }
        }

        if (all == (failed || prefix is not null))
            throw CommandException.WrongArguments(
                "Say which articles are to be done again, with --all, or with --failed, --prefix PREFIX or both", Command);
        return new RerunArguments(new RerunSelection(failed, prefix, again), yes);
    }
}
