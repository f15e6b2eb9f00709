using Spectre.Console;
using Summarizer.Storage.Index;

namespace Summarizer.Host.Results;

/// <summary>Writes every index entry anew from its result.</summary>
internal static class ReindexJob
{
    /// <exception cref="StartProblem">Arguments are given, or storage does not answer.</exception>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length > 0)
            throw StartProblem.WrongArguments($"reindex takes no arguments, and got {arguments[0]}", "reindex");

        await using var app = HostApplication.Build();
        await using var azurite = await MainJob.EnsureStorageAsync((ConfigurationManager)app.Configuration, cancellationToken);
        await MainJob.PrepareAsync(app, cancellationToken);
        var counter = new Counter("results looked at");
        var (results, written) = await app.Services.GetRequiredService<IndexRepair>()
            .RunAsync(everything: true, counter.Show, cancellationToken);
        AnsiConsole.WriteLine($"{results:N0} results, {written:N0} index entries written.");
        return 0;
    }
}
