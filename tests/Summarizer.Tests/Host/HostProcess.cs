using System.Diagnostics;
using System.Text;
using Summarizer.Storage;

namespace Summarizer.Tests.Host;

/// <summary>The Host as its own process, as a user starts it.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => this.process = process;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    /// <summary>Where it serves, once it says so.</summary>
    public Task<Uri> Address => address.Task;

    /// <param name="connection">Value of <c>ArticleStorage</c>; null to leave it unset.</param>
    /// <param name="arguments">Files and options.</param>
    /// <param name="settings">Further environment variables.</param>
    public static HostProcess Start(string? connection, string[] arguments, params (string Name, string Value)[] settings)
    {
        // A published Host may be put in the place of the built one: the same tests then run on it.
        var program = Environment.GetEnvironmentVariable("SUMMARIZER_HOST")
            ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Summarizer.Host.exe" : "Summarizer.Host");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment.Remove(StorageNames.Connection);
        if (connection is not null)
            start.Environment[StorageNames.Connection] = connection;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var host = new HostProcess(new Process { StartInfo = start });
        host.process.OutputDataReceived += (_, line) => host.Read(host.output, line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Read(host.errors, line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Waits for the end; returns the exit status.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(90));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Kills it as a power cut would.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Read(StringBuilder into, string? line)
    {
        if (line is null)
            return;
        lock (into)
            into.AppendLine(line);
        const string Serves = "Summarizer serves ";
        if (line.StartsWith(Serves, StringComparison.Ordinal))
            address.TrySetResult(new Uri(line[Serves.Length..]));
    }
}
