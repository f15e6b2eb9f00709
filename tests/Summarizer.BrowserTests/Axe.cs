using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Summarizer.Tests.Support;

namespace Summarizer.BrowserTests;

/// <summary>axe-core from npm, installed on its first use.</summary>
internal static class Axe
{
    private static readonly string Folder = Repository.PathOf("tests/Summarizer.BrowserTests");
    private static readonly Lazy<Task<string>> Script = new(LoadAsync);

    /// <summary>What breaks WCAG 2.2 AA or axe's own best practices in the page as it stands, in words; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsOfAsync(IPage page)
    {
        await page.EvaluateAsync(await Script.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            })).violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    private static async Task<string> LoadAsync()
    {
        var file = Path.Combine(Folder, "node_modules", "axe-core", "axe.min.js");
        using (await LockAsync())
        {
            if (!File.Exists(file))
                await InstallAsync();
        }

        return await File.ReadAllTextAsync(file);
    }

    private static async Task InstallAsync()
    {
        var npm = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-progress"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(npm)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"npm ci in {Folder} ended with status {process.ExitCode}: {await output} {await errors}");
    }

    /// <summary>Two runs at once must not install into one folder.</summary>
    private static async Task<FileStream> LockAsync()
    {
        var path = Path.Combine(Folder, "obj", "npm.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return (await Wait.UntilAsync(() => Task.FromResult(TryLock(path)), file => file is not null))!;
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
