namespace Summarizer.Host.Commands;

/// <summary>A command of the program: its name, its help, and what it runs.</summary>
/// <param name="Name">The first argument; empty for the command that runs without one.</param>
/// <param name="Help">What it does, its arguments, examples and exit statuses.</param>
/// <param name="RunAsync">Takes the arguments after the name and returns the exit status.</param>
internal sealed record Command(string Name, string Help, Func<string[], CancellationToken, Task<int>> RunAsync);
