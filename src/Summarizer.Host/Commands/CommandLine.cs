namespace Summarizer.Host.Commands;

/// <summary>Finds the command that the arguments name, and runs it or prints its help.</summary>
/// <remarks>
/// Written by hand: System.CommandLine takes an unknown option of a command that accepts files for a file, expands
/// arguments that begin with @ or stand in brackets, and has no place for examples and exit statuses in its help.
/// </remarks>
internal static class CommandLine
{
    /// <summary>Ends the options: what follows is taken as it stands, even if it begins with a hyphen.</summary>
    public const string EndOfOptions = "--";

    private static readonly Command Serve = new(
        "", HelpTexts.Program, (arguments, stop) => ServeCommand.RunAsync(HostArguments.Parse(arguments), stop));

    private static readonly Command[] Named =
    [
        new("export", HelpTexts.Export, ExportCommand.RunAsync),
        new("reindex", HelpTexts.Reindex, ReindexCommand.RunAsync),
        new("rerun", HelpTexts.Rerun, RerunCommand.RunAsync),
        new("health", HelpTexts.Health, HealthCommand.RunAsync),
    ];

    /// <summary>Every command, the one without a name first.</summary>
    public static IEnumerable<Command> All => [Serve, .. Named];

    /// <summary>Returns the exit status. Help starts nothing, connects to nothing and always ends with 0.</summary>
    /// <exception cref="CommandException">The arguments are wrong, or the command cannot run.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var command = Named.FirstOrDefault(c => arguments is [var first, ..] && first == c.Name) ?? Serve;
        string[] rest = command == Serve ? arguments : arguments[1..];
        if (rest.TakeWhile(a => a != EndOfOptions).Any(a => a is "--help" or "-h"))
        {
            await Console.Out.WriteLineAsync(command.Help);
            return 0;
        }

        return await command.RunAsync(rest, stop);
    }
}
