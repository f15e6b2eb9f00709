using Spectre.Console;

namespace Summarizer.Host.Commands;

/// <summary><c>export FOLDER</c>: all results as files that other programs read.</summary>
internal static class ExportCommand
{
    /// <exception cref="CommandException">No folder is named, or it cannot be written to.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        string[] folders = arguments is [CommandLine.EndOfOptions, .. var rest] ? rest : arguments;
        if (folders is not [{ Length: > 0 } folder])
            throw CommandException.WrongArguments("export needs one folder", "export");
        if (folders == arguments && folder.StartsWith('-'))
            throw CommandException.WrongArguments($"{folder} is no option of export", "export");

        await using var app = HostApplication.Build();
        await using var azurite = await ServeCommand.EnsureStorageAsync((ConfigurationManager)app.Configuration, cancellationToken);
        await ServeCommand.PrepareAsync(app, cancellationToken);
        try
        {
            var counter = new Counter("results written");
            var count = await app.Services.GetRequiredService<ResultExport>().WriteAsync(folder, counter.Show, cancellationToken);
            AnsiConsole.Write(new Spectre.Console.Text(
                $"{count:N0} results written to {ResultExport.Lines}, {ResultExport.Table} and {ResultExport.Stances}, and their reviews "
                    + $"to {ResultExport.Reviews}, in {Path.GetFullPath(folder)}.{Environment.NewLine}"));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder} cannot be written to ({e.Message}); check its rights and room.", e);
        }
    }
}
