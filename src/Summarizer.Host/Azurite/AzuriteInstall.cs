using System.ComponentModel;
using System.Diagnostics;
using Summarizer.Host.Commands;

namespace Summarizer.Host.Azurite;

/// <summary>The pinned Azurite in the Host's own folder, installed with npm when it is missing.</summary>
internal static class AzuriteInstall
{
    private const string Script = "azurite.cjs";
    private const int MinNode = 20;

    /// <summary>The Host's folder: where the script lies beside the package's description, from the program upwards.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Where Azurite keeps its data.</summary>
    public static string DataFolder => Path.Combine(Folder, ".azurite");

    /// <summary>Returns Node's arguments for starting Azurite, once it is installed.</summary>
    /// <exception cref="CommandException">There is no Node.js, or npm could not install.</exception>
    public static async Task<string> EnsureAsync(Action<string> tell, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        using var onlyOne = await LockAsync(cancellationToken);
        if (!IsInstalled())
        {
            tell("Installing the storage emulator Azurite, once; this takes about half a minute.");
            var (status, output) = await RunAsync(Npm, ["ci", "--no-progress"], cancellationToken);
            if (status != 0)
                throw new CommandException(
                    $"npm ci in {Folder} ended with status {status}: {LastLine(output)} Check the network and try again, or "
                        + $"set ArticleStorage.");
        }

        return Path.Combine(Folder, Script);
    }

    public static ProcessStartInfo StartInfo(string command, IEnumerable<string> arguments) => new(command, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in new[] { folder.FullName, Path.Combine(folder.FullName, "src", "Summarizer.Host") })
                if (File.Exists(Path.Combine(candidate, Script)) && File.Exists(Path.Combine(candidate, "package-lock.json")))
                    return candidate;
        }

        return AppContext.BaseDirectory;
    }

    /// <summary>npm writes this file last, so that an installation cut short counts as none; an older one than the lock is stale.</summary>
    private static bool IsInstalled()
    {
        var done = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        return done.Exists && done.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package.json"))
               && File.Exists(Path.Combine(Folder, "node_modules", "azurite", "package.json"));
    }

    private static async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        var (status, output) = await RunAsync("node", ["--version"], cancellationToken);
        if (status != 0 || !Version.TryParse(output.Trim().TrimStart('v'), out var version) || version.Major < MinNode)
            throw new CommandException(
                $"Node.js {MinNode} or newer is needed for the storage emulator, and "
                    + $"{(status == 0 ? output.Trim() : "none")} was found; install it, or set ArticleStorage to a storage account.");
    }

    private static async Task<(int Status, string Output)> RunAsync(
        string command, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(StartInfo(command, arguments))!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (127, $"{command} was not found.");
        }
    }

    /// <summary>Two hosts that start at once must not install into one folder.</summary>
    private static async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(DataFolder);
        var path = Path.Combine(DataFolder, "install.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private static string LastLine(string output)
        => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
