using Spectre.Console;

namespace Summarizer.Host.Commands;

/// <summary>Shows how far a long job is: in place on a terminal, and now and then in a log.</summary>
internal sealed class Counter(string what)
{
    private const int OnTerminal = 100;
    private const int InLog = 1_000;

    public void Show(int count)
    {
        var inPlace = !Console.IsOutputRedirected;
        if (count % (inPlace ? OnTerminal : InLog) == 0)
            AnsiConsole.Write(new Spectre.Console.Text(inPlace ? $"\r{count:N0} {what}" : $"{count:N0} {what}{Environment.NewLine}"));
    }
}
