using Summarizer.Host.Commands;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Host.Commands;

/// <summary>Help as a user asks for it, of the program and of every command.</summary>
public sealed class HelpTests
{
    private static readonly string[] Options = ["--help", "-h"];

    public static TheoryData<string, string> Asked
        => [.. CommandLine.All.SelectMany(command => Options.Select(option => (command.Name, option)))];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task Help_says_what_a_command_does_and_starts_nothing(string command, string option)
    {
        // Settings with which nothing could start: help does not look at them.
        string[] arguments = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), option];
        using var host = HostProcess.Start("nonsense", arguments, ("Summary__Sentences", "99"));

        Assert.True(await host.EndAsync() == 0, host.Errors);
        Assert.Empty(host.Errors);
        Assert.Contains($"Usage: Summarizer.Host {command}".TrimEnd(), host.Output, StringComparison.Ordinal);
        Assert.Contains("Example", host.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status: 0", host.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(option), "A folder was made.");
    }

    [Fact]
    public void The_programs_help_names_every_command()
        => Assert.All(CommandLine.All.Skip(1), c => Assert.Contains($"\n  {c.Name} ", HelpTexts.Program, StringComparison.Ordinal));

    [Fact]
    public void No_line_is_wider_than_a_terminal_by_much()
        => Assert.All(CommandLine.All.SelectMany(c => c.Help.Split('\n')), line => Assert.True(line.Length <= 120, line));

    [Theory]
    [InlineData("--twice is no option; Summarizer.Host --help", "--twice")]
    [InlineData("-x is no option; Summarizer.Host --help", "-x")]
    [InlineData("exprot is neither a command nor a file; Summarizer.Host --help", "exprot", "out")]
    [InlineData("export needs one folder; Summarizer.Host export --help", "export")]
    [InlineData("--all is no option of export; Summarizer.Host export --help", "export", "--all")]
    [InlineData("reindex takes no arguments, and got now; Summarizer.Host reindex --help", "reindex", "now")]
    [InlineData("--some is no option of rerun, or lacks its value; Summarizer.Host rerun --help", "rerun", "--some")]
    [InlineData("Summarizer.Host health --help", "health", "a", "b")]
    public async Task Wrong_arguments_end_with_2_and_say_how_to_get_help(string sentence, params string[] arguments)
    {
        using var host = HostProcess.Start("nonsense", arguments);

        Assert.Equal(2, await host.EndAsync());
        Assert.Contains(sentence, Assert.Single(host.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(host.Output);
    }

    [Fact]
    public void After_two_hyphens_a_file_may_begin_with_one()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("-draft.txt", Articles.Text());

        Assert.Equal([file], Summarizer.Host.Commands.HostArguments.Parse(["--once", "--", file]).Files);
    }
}
