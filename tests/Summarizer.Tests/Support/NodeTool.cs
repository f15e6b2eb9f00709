using System.Diagnostics;

namespace Summarizer.Tests.Support;

/// <summary>Node scripts of the test project, with their packages installed when first needed.</summary>
internal static class NodeTool
{
    private static readonly SemaphoreSlim OnlyOne = new(1);

    private static readonly string Folder = Repository.PathOf("tests/Summarizer.Tests");

    /// <summary>Runs a script with <paramref name="input"/> on its standard input.</summary>
    public static async Task<(int Status, string Output)> RunAsync(string script, string[] arguments, string input)
    {
        await InstallAsync();
        return await StartAsync("node", [Path.Combine(Folder, script), .. arguments], input);
    }

    private static async Task InstallAsync()
    {
        await OnlyOne.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var done = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (done.Exists && done.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package.json")))
                return;
            var (status, output) = await StartAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-progress"], "");
            Assert.True(status == 0, output);
        }
        finally
        {
            OnlyOne.Release();
        }
    }

    private static async Task<(int Status, string Output)> StartAsync(string command, string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The linter tells nobody of its runs and looks for no newer one.
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
