using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Summarizer.Catalog.Sqlite;

/// <summary>The file that is this process's alone while it runs, and that its next start finds again.</summary>
/// <remarks>
/// A process takes the first file of its account that no other one holds, by a lock that the operating system releases however
/// the process ends. Without any file the catalog is kept in memory, and <see cref="Problem"/> says why.
/// </remarks>
internal sealed class CatalogFile : IDisposable
{
    /// <summary>Processes of one account on one machine that get a file each.</summary>
    private const int MaxProcesses = 64;

    private readonly FileStream? held;

    private CatalogFile(string? path, FileStream? held, string? problem) => (Path, this.held, Problem) = (path, held, problem);

    /// <summary>Null for memory.</summary>
    public string? Path { get; }

    /// <summary>Why there is no file where one was wanted, in one sentence that says what to do; null otherwise.</summary>
    public string? Problem { get; }

    /// <summary>No file, as requested.</summary>
    public static CatalogFile InMemory() => new(null, null, null);

    /// <summary>No file, though one was wanted.</summary>
    public static CatalogFile InMemory(string folder, string reason) => new(
        null, null,
        $"The catalog is kept in memory, as {folder} does not take its file ({reason}); set Catalog__Folder to a folder that can be "
            + "written, or to memory.");

    /// <summary>Takes a file of the account, or memory where there is none to be had.</summary>
    /// <param name="folder">As <see cref="CatalogOptions.Folder"/>.</param>
    /// <param name="account">The storage account's name.</param>
    /// <param name="address">Where the account is served: emulators on one machine share a name.</param>
    public static CatalogFile Take(string? folder, string account, Uri address)
    {
        if (folder == CatalogOptions.Memory)
            return InMemory();
        var place = string.IsNullOrEmpty(folder) ? DefaultFolder() : folder;
        try
        {
            Create(place);
            var stem = Plain(account) + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToString())))[..8];
            for (var i = 0; i < MaxProcesses; i++)
            {
                var path = System.IO.Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"{stem}.{i}.db"));
                if (TryHold(path + ".lock") is { } held)
                    return new CatalogFile(path, held, null);
            }

            return InMemory(place, $"{MaxProcesses} other processes hold theirs");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return InMemory(place, e.Message);
        }
    }

    /// <summary>Throws away what is in the file; it stays this process's.</summary>
    public void Clear()
    {
        if (Path is null)
            return;
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
            File.Delete(Path + ending);
    }

    public void Dispose() => held?.Dispose();

    private static string DefaultFolder()
    {
        var local = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(local.Length > 0 ? local : System.IO.Path.GetTempPath(), "Summarizer", "catalog");
    }

    /// <summary>A new folder is its owner's alone, as articles' texts will lie in it.</summary>
    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Plain(string account)
        => new([.. account.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(63).DefaultIfEmpty('x')]);

    /// <summary>Null when another process holds it.</summary>
    /// <exception cref="IOException">It cannot be held by anybody.</exception>
    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }
}
