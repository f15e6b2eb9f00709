using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Summarizer.Host.Commands;
using Summarizer.Web.Settings;

namespace Summarizer.Host.Azurite;

/// <summary>The storage emulator: started here and ended with this object, or one that listened already.</summary>
internal sealed class AzuriteServer : IAsyncDisposable
{
    /// <summary>The emulator's account and key are the same everywhere and no secret.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly Process? process;

    private AzuriteServer(Process? process, int blobPort, int queuePort)
    {
        this.process = process;
        (BlobPort, QueuePort) = (blobPort, queuePort);
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"{Account}BlobEndpoint=http://127.0.0.1:{blobPort}/devstoreaccount1;"
            + $"QueueEndpoint=http://127.0.0.1:{queuePort}/devstoreaccount1;");
    }

    public string ConnectionString { get; }

    public int BlobPort { get; }

    public int QueuePort { get; }

    /// <summary>Whether it listened already, so that it is not ours to end.</summary>
    public bool Reused => process is null;

    /// <summary>Reuses what listens on the configured ports, or starts Azurite there.</summary>
    /// <exception cref="CommandException">No Node.js, no free port, or no answer.</exception>
    public static async Task<AzuriteServer> StartAsync(EmulatorOptions options, Action<string> tell, CancellationToken cancellationToken)
    {
        var (blobPort, queuePort) = (options.BlobPort, options.QueuePort);
        switch (await WhoListensAsync(blobPort, cancellationToken), await WhoListensAsync(queuePort, cancellationToken))
        {
            case (Listener.Azurite, Listener.Azurite):
                return new AzuriteServer(null, blobPort, queuePort);
            case (Listener.Nobody, Listener.Nobody):
                var folder = string.IsNullOrEmpty(options.Folder) ? AzuriteInstall.DataFolder : Path.GetFullPath(options.Folder);
                return await LaunchAsync(blobPort, queuePort, folder, null, tell, cancellationToken);
            default:
                throw new CommandException(
                    $"Port {blobPort} or {queuePort} is taken by something that is not a whole Azurite; end it, "
                    + "set Azurite__BlobPort and Azurite__QueuePort, or set ArticleStorage.");
        }
    }

    /// <summary>Starts Azurite on free ports, in memory, for tests and benchmarks.</summary>
    /// <param name="accounts">Value of <c>AZURITE_ACCOUNTS</c>, for several accounts beside each other; null for the standard one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<AzuriteServer> StartInMemoryAsync(string? accounts, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (blobPort, queuePort) = (FreePort(), FreePort());
            try
            {
                return await LaunchAsync(blobPort, queuePort, null, accounts, _ => { }, cancellationToken);
            }
            catch (CommandException) when (attempt < 3 && blobPort != 0)
            {
                // Another process took the port in between.
            }
        }
    }

    /// <summary>Starts Azurite where another one was before, in memory: empty, as after a loss of all it held.</summary>
    public static Task<AzuriteServer> RestartInMemoryAsync(AzuriteServer before, CancellationToken cancellationToken)
        => LaunchAsync(before.BlobPort, before.QueuePort, null, null, _ => { }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await process.StandardInput.WriteLineAsync("stop".AsMemory(), limit.Token);
            await process.StandardInput.FlushAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static async Task<AzuriteServer> LaunchAsync(
        int blobPort, int queuePort, string? dataFolder, string? accounts, Action<string> tell, CancellationToken cancellationToken)
    {
        var script = await AzuriteInstall.EnsureAsync(tell, cancellationToken);
        var start = AzuriteInstall.StartInfo("node", Arguments(script, blobPort, queuePort, dataFolder));
        if (accounts is not null)
            start.Environment["AZURITE_ACCOUNTS"] = accounts;
        var process = Process.Start(start)!;
        // Read and dropped: a full pipe would stop the emulator.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var server = new AzuriteServer(process, blobPort, queuePort);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            while (await WhoListensAsync(blobPort, limit.Token) != Listener.Azurite
                   || await WhoListensAsync(queuePort, limit.Token) != Listener.Azurite)
            {
                if (process.HasExited)
                    throw new CommandException(
                        $"Azurite ended with status {process.ExitCode} at its start; see whether ports {blobPort} and "
                            + $"{queuePort} are free, or set ArticleStorage.");
                await Task.Delay(25, limit.Token);
            }

            return server;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await server.DisposeAsync();
            throw new CommandException($"Azurite did not answer within {StartLimit.TotalSeconds:0} s; try again, or set ArticleStorage.");
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static string[] Arguments(string script, int blobPort, int queuePort, string? dataFolder) =>
    [
        script, "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        "--blobHost", "127.0.0.1", "--blobPort", blobPort.ToString(CultureInfo.InvariantCulture),
        "--queueHost", "127.0.0.1", "--queuePort", queuePort.ToString(CultureInfo.InvariantCulture),
        // Tables are not used; any free port does.
        "--tableHost", "127.0.0.1", "--tablePort", "0",
        .. dataFolder is null ? ["--inMemoryPersistence"] : new[] { "--location", dataFolder },
    ];

    private static async Task<Listener> WhoListensAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1?comp=list"), cancellationToken);
            return answer.Headers.TryGetValues("Server", out var server)
                && server.Any(s => s.StartsWith("Azurite", StringComparison.Ordinal))
                ? Listener.Azurite
                : Listener.Other;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            return Listener.Nobody;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Listener.Other;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private enum Listener
    {
        Nobody,
        Azurite,
        Other,
    }
}
