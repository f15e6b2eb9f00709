using Azure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Spectre.Console;
using Summarizer.Host.Azurite;
using Summarizer.Host.Terminal;
using Summarizer.Host.Working;
using Summarizer.Storage;
using Summarizer.Web;

namespace Summarizer.Host;

/// <summary>The main job: storage up, articles in, results out, served until Ctrl+C.</summary>
internal static class MainJob
{
    /// <summary>How long the first table waits for its articles; slow ones are served when they are through.</summary>
    private static readonly TimeSpan TableLimit = TimeSpan.FromMinutes(2);

    /// <summary>Longer than any name in any script takes when percent-encoded.</summary>
    private const int MaxRequestLine = 32 * 1024;

    /// <summary>Returns the exit status: 0, or 1 when an article failed and the job was to run once.</summary>
    /// <exception cref="StartProblem">It cannot start, and says why.</exception>
    public static async Task<int> RunAsync(HostArguments arguments, CancellationToken cancellationToken)
    {
        var builder = Build();
        await using var app = builder.Build();
        Validate(app);
        var addresses = (builder.Configuration["URLS"] ?? ListenAddresses.Default).Split(';', StringSplitOptions.RemoveEmptyEntries);
        ListenAddresses.Check(addresses, builder.Configuration[ApiKey.Setting]);

        await using var azurite = await EnsureStorageAsync(builder.Configuration, cancellationToken);
        await PrepareAsync(app, cancellationToken);
        foreach (var address in addresses)
            app.Urls.Add(address);
        await ServeAsync(app, cancellationToken);

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        cancellationToken = stopping.Token;
        try
        {
            var names = await app.Services.GetRequiredService<Uploads>().SendAsync(arguments.Files, cancellationToken);
            await app.Services.GetRequiredService<ProgressDisplay>()
                .WaitAsync(names, arguments.Once ? Timeout.InfiniteTimeSpan : TableLimit, cancellationToken);
            if (arguments.Once)
                await UntilNothingPendingAsync(app.Services, cancellationToken);
            await app.Services.GetRequiredService<ResultsTable>().PrintAsync(names, cancellationToken);
            AnsiConsole.WriteLine($"Summarizer serves {string.Join(", ", app.Urls)}");
            if (!arguments.Once)
                await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C or SIGTERM: what is in hand is finished below.
        }

        await app.StopAsync(CancellationToken.None);
        return arguments.Once && app.Services.GetRequiredService<ArticleDispatcher>().Tally.AnyFailed ? 1 : 0;
    }

    private static WebApplicationBuilder Build()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLine;
        });
        builder.Services.AddSummarizer(builder.Configuration);
        builder.Services.AddSummarizerStorage(builder.Configuration);
        builder.Services.AddSummarizerWeb();
        builder.Services.AddSummarizerHost();
        return builder;
    }

    /// <summary>Wrong settings stop the start before anything else is started.</summary>
    private static void Validate(WebApplication app)
    {
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException)
        {
            throw new StartProblem(SettingNames.InWords(e), e);
        }
    }

    private static async Task<AzuriteServer?> EnsureStorageAsync(ConfigurationManager settings, CancellationToken cancellationToken)
    {
        if (settings.GetSection(StorageNames.Connection).Exists())
            return null;
        var azurite = await AzuriteServer.StartAsync(AnsiConsole.WriteLine, cancellationToken);
        settings[StorageNames.Connection] = azurite.ConnectionString;
        return azurite;
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<StorageAccount>().EnsureCreatedAsync(cancellationToken);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            throw new StartProblem($"Storage does not answer as it should ({FirstLine(e)}); check ArticleStorage.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new StartProblem(e.Message, e);
        }
    }

    private static async Task ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.UseSummarizerWeb();
        app.UseApiKey(app.Configuration[ApiKey.Setting]);
        app.MapSummarizerWeb();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new StartProblem(
                $"{string.Join(", ", app.Urls)} cannot be listened on ({FirstLine(e)}); end what listens there, or set ASPNETCORE_URLS.", e);
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
