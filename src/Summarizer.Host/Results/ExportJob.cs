using Spectre.Console;
using Summarizer.Host.Commands;

namespace Summarizer.Host.Results;

/// <summary><c>export FOLDER</c>: all results as files that other programs read.</summary>
internal static class ExportJob
{
    /// <exception cref="StartProblem">No folder is named, or it cannot be written to.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        string[] folders = arguments is [CommandLine.EndOfOptions, .. var rest] ? rest : arguments;
        if (folders is not [{ Length: > 0 } folder])
            throw StartProblem.WrongArguments("export needs one folder", "export");
        if (folders == arguments && folder.StartsWith('-'))
            throw StartProblem.WrongArguments($"{folder} is no option of export", "export");

        await using var app = HostApplication.Build();
        await using var azurite = await MainJob.EnsureStorageAsync((ConfigurationManager)app.Configuration, cancellationToken);
        await MainJob.PrepareAsync(app, cancellationToken);
        try
        {
            var counter = new Counter("results written");
            var count = await app.Services.GetRequiredService<ResultExport>().WriteAsync(folder, counter.Show, cancellationToken);
            AnsiConsole.Write(new Text(
                $"{count:N0} results written to {ResultExport.Lines}, {ResultExport.Table} and {ResultExport.Stances} in {Path.GetFullPath(folder)}.{Environment.NewLine}"));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"{folder} cannot be written to ({e.Message}); check its rights and room.", e);
        }
    }
}
