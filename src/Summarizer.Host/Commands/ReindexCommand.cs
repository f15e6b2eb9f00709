using Spectre.Console;
using Summarizer.Catalog;

namespace Summarizer.Host.Commands;

/// <summary>Writes every index entry anew from its result.</summary>
internal static class ReindexCommand
{
    /// <exception cref="CommandException">Arguments are given, or storage does not answer.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length > 0)
            throw CommandException.WrongArguments($"reindex takes no arguments, and got {arguments[0]}", "reindex");

        await using var app = HostApplication.Build();
        await using var azurite = await ServeCommand.EnsureStorageAsync((ConfigurationManager)app.Configuration, cancellationToken);
        await ServeCommand.PrepareAsync(app, cancellationToken);
        var counter = new Counter("results looked at");
        var (results, written) = await app.Services.GetRequiredService<EntryRepair>()
            .RunAsync(everything: true, counter.Show, cancellationToken);
        AnsiConsole.WriteLine($"{results:N0} results, {written:N0} index entries written.");
        return 0;
    }
}
