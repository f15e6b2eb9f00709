namespace Summarizer.Host.Commands;

/// <summary><c>[--once] [FILE…]</c>.</summary>
/// <param name="Once">Stop when nothing is pending.</param>
/// <param name="Files">Uploaded first, instead of the samples.</param>
internal sealed record HostArguments(bool Once, IReadOnlyList<string> Files)
{
    private const string OnceOption = "--once";

    /// <exception cref="CommandException">An option is unknown, or a file is missing.</exception>
    public static HostArguments Parse(string[] arguments)
    {
        string[] before = [.. arguments.TakeWhile(a => a != CommandLine.EndOfOptions)];
        if (before.FirstOrDefault(a => a.StartsWith('-') && a != OnceOption) is { } unknown)
            throw CommandException.WrongArguments($"{unknown} is no option");

        string[] files = [.. before.Where(a => a != OnceOption), .. arguments.Skip(before.Length + 1)];
        foreach (var file in files)
        {
            if (Directory.Exists(file))
                throw new CommandException($"{file} is a folder; name the files in it.");
            if (!File.Exists(file))
                throw file.AsSpan().IndexOfAny("./\\") >= 0
                    ? new CommandException($"There is no file {file}; check the path.")
                    : CommandException.WrongArguments($"{file} is neither a command nor a file");
        }

        return new HostArguments(before.Contains(OnceOption), files);
    }
}
