using Azure;
using Azure.Identity;
using Spectre.Console;
using Summarizer.Host.Azurite;
using Summarizer.Host.Terminal;
using Summarizer.Host.Working;
using Summarizer.Storage;

namespace Summarizer.Host;

/// <summary>The main job: storage up, articles in, results out, served until Ctrl+C.</summary>
internal static class MainJob
{
    /// <summary>How long the first table waits for its articles; slow ones are served when they are through.</summary>
    private static readonly TimeSpan TableLimit = TimeSpan.FromMinutes(2);

    /// <summary>Returns the exit status: 0; when the job was to run once, 1 if an article failed and 130 if it was interrupted.</summary>
    /// <exception cref="StartProblem">It cannot start, and says why.</exception>
    public static async Task<int> RunAsync(HostArguments arguments, CancellationToken cancellationToken)
    {
        await using var app = HostApplication.Build();
        var settings = (ConfigurationManager)app.Configuration;
        var addresses = ListenAddresses.Of(settings);

        await using var azurite = await EnsureStorageAsync(settings, cancellationToken);
        await PrepareAsync(app, cancellationToken);
        await ServeAsync(app, addresses, cancellationToken);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        cancellationToken = stopping.Token;
        var interrupted = false;
        try
        {
            var names = await app.Services.GetRequiredService<Uploads>().SendAsync(arguments.Files, cancellationToken);
            await app.Services.GetRequiredService<ProgressDisplay>()
                .WaitAsync(names, arguments.Once ? Timeout.InfiniteTimeSpan : TableLimit, cancellationToken);
            if (arguments.Once)
                await UntilNothingPendingAsync(app.Services, cancellationToken);
            await app.Services.GetRequiredService<ResultsTable>().PrintAsync(names, cancellationToken);
            AnsiConsole.WriteLine($"Summarizer serves {string.Join(", ", app.Urls)}");
            // Not WaitForShutdownAsync: it stops the host itself, and what is in hand would be waited for twice.
            if (!arguments.Once)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C or SIGTERM: what is in hand is finished below.
            interrupted = true;
        }

        await app.StopAsync(CancellationToken.None);
        if (arguments.Once && interrupted)
            return 130;
        return arguments.Once && app.Services.GetRequiredService<ArticleDispatcher>().Tally.AnyFailed ? 1 : 0;
    }

    internal static async Task<AzuriteServer?> EnsureStorageAsync(ConfigurationManager settings, CancellationToken cancellationToken)
    {
        if (settings.GetSection(StorageNames.Connection).Exists())
            return null;
        var azurite = await AzuriteServer.StartAsync(AnsiConsole.WriteLine, cancellationToken);
        settings[StorageNames.Connection] = azurite.ConnectionString;
        return azurite;
    }

    internal static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            throw new StartProblem($"Storage does not answer as it should ({FirstLine(e)}); check ArticleStorage.", e);
        }
        catch (AuthenticationFailedException e)
        {
            throw new StartProblem(
                $"ArticleStorage names addresses, which need an Entra identity ({e.Message.Split('\n')[0].Trim()}); run az login, or give this machine a managed identity.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new StartProblem(e.Message, e);
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
        catch (IOException e)
        {
            throw new StartProblem(
                $"{string.Join(", ", addresses)} cannot be listened on ({FirstLine(e)}); end what listens there, or set ASPNETCORE_URLS.", e);
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
