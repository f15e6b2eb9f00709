using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Summarizer.Storage;

namespace Summarizer.Benchmarks.Hosts;

/// <summary>A Host as its own process, ended by its id; what it did is read from its log.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> ended = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private volatile int sharing;

    private HostProcess(Process process) => this.process = process;

    /// <summary>The article of every go that came to a result or a named failure, in turn.</summary>
    public IReadOnlyCollection<string> Ended => ended;

    /// <summary>What it wrote on its standard error, and its warnings.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>How many hosts it knows to share the work with, itself included.</summary>
    public int Sharing => sharing;

    /// <summary>The most memory that it held at once since its start.</summary>
    public long PeakResidentBytes
    {
        get
        {
            // Process.PeakWorkingSet64 is 0 on Linux.
            const string Peak = "VmHWM:";
            var line = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status")
                .First(l => l.StartsWith(Peak, StringComparison.Ordinal));
            return 1_024 * long.Parse(line[Peak.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture);
        }
    }

    public static async Task<HostProcess> StartAsync(string connection, params (string Name, string Value)[] settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Summarizer.Host.exe" : "Summarizer.Host");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[StorageNames.Connection] = connection;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        start.Environment["Logging__LogLevel__Summarizer"] = "Information";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var host = new HostProcess(new Process { StartInfo = start });
        host.process.OutputDataReceived += (_, line) => host.Read(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Complain(line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        await host.AddressAsync();
        return host;
    }

    /// <summary>Where it serves, once it says so.</summary>
    public async Task<Uri> AddressAsync()
    {
        var first = await Task.WhenAny(address.Task, process.WaitForExitAsync()).WaitAsync(StartLimit);
        return first == address.Task
            ? await address.Task
            : throw new InvalidOperationException($"The Host did not start: {string.Join(' ', complaints)}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks it to end, as a service manager or Kubernetes does, and waits.</summary>
    public async Task<(int Status, TimeSpan Took)> TerminateAsync()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("There is no SIGTERM on Windows.");
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Stopwatch.GetElapsedTime(started));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        const string Serves = "Summarizer serves ";
        if (line.StartsWith(Serves, StringComparison.Ordinal))
            address.TrySetResult(new Uri(line[Serves.Length..]));
        else if (Through().Match(line) is { Success: true } through)
            ended.Enqueue(through.Groups["name"].Value);
        else if (Members().Match(line) is { Success: true } members)
            sharing = int.Parse(members.Groups["count"].Value, CultureInfo.InvariantCulture);
        else if (line.StartsWith("warn:", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal))
            Complain(line);
    }

    private void Complain(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
            complaints.Enqueue(line);
    }

    [GeneratedRegex(@"ArticleProcessor\[1\] (?<name>.+) (Succeeded|Failed) in ")]
    private static partial Regex Through();

    [GeneratedRegex(@"Hosts that share the work: (?<count>\d+)\.")]
    private static partial Regex Members();
}
