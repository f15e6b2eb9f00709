namespace Summarizer.Host;

/// <summary>Why the Host cannot start or go on, in one sentence that says what to do; shown without a stack trace.</summary>
internal sealed class CommandException : Exception
{
    public CommandException()
    {
    }

    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Wrong arguments: what is wrong, and how to get the command's help.</summary>
    /// <param name="sentence">What is wrong, without its full stop.</param>
    /// <param name="command">The command's name; none for the program's own help.</param>
    public static CommandException WrongArguments(string sentence, string command = "")
        => new($"{sentence}; Summarizer.Host {(command.Length > 0 ? command + " " : "")}--help says what there is.");
}
