using System.Net.Sockets;
using Spectre.Console;
using Summarizer.Host.Azurite;
using Summarizer.Host.Intake;
using Summarizer.Host.Terminal;
using Summarizer.Storage;
using Summarizer.Web.Settings;

namespace Summarizer.Host.Commands;

/// <summary>The main job: storage up, articles in, results out, served until Ctrl+C.</summary>
internal static class ServeCommand
{
    /// <summary>How long the first table waits for its articles; slow ones are served when they are through.</summary>
    private static readonly TimeSpan TableLimit = TimeSpan.FromMinutes(2);

    /// <summary>Returns the exit status: 0; when the job was to run once, 1 if an article failed and 130 if it was interrupted.</summary>
    /// <exception cref="CommandException">It cannot start, and says why.</exception>
    public static async Task<int> RunAsync(HostArguments arguments, CancellationToken cancellationToken)
    {
        await using var app = HostApplication.Build();
        var settings = (ConfigurationManager)app.Configuration;
        var addresses = ListenAddresses.From(settings);

        await using var azurite = await EnsureStorageAsync(settings, cancellationToken);
        await PrepareAsync(app, cancellationToken);
        await ServeAsync(app, addresses, cancellationToken);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        cancellationToken = stopping.Token;
        var interrupted = false;
        try
        {
            var uploads = app.Services.GetRequiredService<Uploads>();
            var names = await uploads.SendAsync(arguments.Files, ownEmulator: azurite is not null, cancellationToken);
            await app.Services.GetRequiredService<ProgressDisplay>()
                .WaitAsync(names, arguments.Once ? Timeout.InfiniteTimeSpan : TableLimit, cancellationToken);
            if (arguments.Once)
                await UntilNothingPendingAsync(app.Services, cancellationToken);
            var listed = names.Count > 0
                ? names.Order(StringComparer.Ordinal).ToAsyncEnumerable()
                : uploads.ListAsync(cancellationToken);
            await app.Services.GetRequiredService<ResultsTable>().PrintAsync(listed, cancellationToken);
            if (names.Count == 0)
                AnsiConsole.WriteLine("Nothing new was uploaded; name files to upload them.");
            if (!arguments.Once)
            {
                AnsiConsole.WriteLine($"Summarizer serves {string.Join(", ", app.Urls)}");
                // Not WaitForShutdownAsync: it stops the host itself, and what is in flight would be waited for twice.
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C or SIGTERM: what is in flight is finished below.
            interrupted = true;
        }

        await app.StopAsync(CancellationToken.None);
        if (arguments.Once && interrupted)
            return 130;
        return arguments.Once && app.Services.GetRequiredService<ArticleDispatcher>().Outcomes.AnyFailed ? 1 : 0;
    }

    internal static async Task<AzuriteServer?> EnsureStorageAsync(ConfigurationManager settings, CancellationToken cancellationToken)
    {
        if (settings.GetSection(StorageNames.Connection).Exists())
            return null;
        var emulator = settings.GetSection("Azurite").Get<EmulatorOptions>() ?? new EmulatorOptions();
        var azurite = await AzuriteServer.StartAsync(emulator, AnsiConsole.WriteLine, cancellationToken);
        settings[StorageNames.Connection] = azurite.ConnectionString;
        return azurite;
    }

    internal static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(cancellationToken);
        }
        catch (Exception e) when (StorageProblem.InWords(e) is { } words)
        {
            throw new CommandException(words, e);
        }
    }

    private static async Task ServeAsync(
        WebApplication app, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
            app.Urls.Add(address);
        HostApplication.Map(app);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.StopAsync(CancellationToken.None);
            throw new CommandException(
                $"{string.Join(", ", addresses)} cannot be listened on ({FirstLine(e)}); end what listens there, or set "
                    + "ASPNETCORE_URLS.", e);
        }
    }

    private static async Task UntilNothingPendingAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (dispatcher, backlog) = (services.GetRequiredService<ArticleDispatcher>(), services.GetRequiredService<Backlog>());
        while (dispatcher.Pending > 0 || await backlog.CountAsync(cancellationToken) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
    }

    private static string FirstLine(Exception e) => e.GetBaseException().Message.Split('\n')[0].Trim();
}
